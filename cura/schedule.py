"""When each task is woken. A message that nobody took in time expires: the next says the same."""

from celery.schedules import crontab

SCHEDULE = {
    "heartbeat": {"task": "cura.heartbeat", "schedule": 60.0, "options": {"expires": 50}},
    "search": {"task": "search.index_pending", "schedule": 20.0, "options": {"expires": 15}},
    "deadlines": {"task": "deadlines.tick", "schedule": 60.0, "options": {"expires": 50}},
    "resync": {"task": "deadlines.resync", "schedule": crontab(0, 3), "options": {"expires": 3600}},
    "deliver": {"task": "notices.deliver", "schedule": 60.0, "options": {"expires": 50}},
    "mail": {"task": "notices.mail", "schedule": 60.0, "options": {"expires": 50}},
    "verify": {"task": "records.verify_waiting", "schedule": 60.0, "options": {"expires": 50}},
    "leaving": {"task": "records.before_the_end", "schedule": 300.0, "options": {"expires": 280}},
    "papers": {"task": "placements.chase_papers", "schedule": 600.0, "options": {"expires": 580}},
    "bundles": {"task": "records.make_bundles", "schedule": 60.0, "options": {"expires": 50}},
    "drafts": {"task": "records.care_for_drafts", "schedule": 3600.0, "options": {"expires": 3000}},
    "forget": {"task": "placements.forget", "schedule": 3600.0, "options": {"expires": 3000}},
    "register": {
        "task": "placements.watch_register",
        "schedule": crontab(20, 5),
        "options": {"expires": 3600},
    },
}
