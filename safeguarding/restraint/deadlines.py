from safeguarding.measure.deadlines import rules

RULES = rules("safeguarding.restraint", "the hold")
