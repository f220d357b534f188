from safeguarding.measure.deadlines import rules

RULES = rules("safeguarding.consequence", "the consequence")
