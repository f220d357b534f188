"""The made-up home of the gallery."""

SHELL = {
    "home": "Rowan House",
    "home_url": "/gallery/components/",
    "nav": [
        {"title": "Today", "url": "#today", "icon": "sun", "current": True},
        {"title": "Children", "url": "#children", "icon": "people"},
        {"title": "Diary", "url": "#diary", "icon": "calendar3"},
        {"title": "The house", "url": "#house", "icon": "house-door"},
        {"title": "Team", "url": "#team", "icon": "person-badge"},
    ],
    "phone_nav": [
        {"title": "Today", "url": "#today", "icon": "sun", "current": True},
        {"title": "Children", "url": "#children", "icon": "people"},
        {"title": "Write", "url": "#write", "icon": "plus-circle"},
        {"title": "Diary", "url": "#diary", "icon": "calendar3"},
        {"title": "More", "url": "#more", "icon": "three-dots"},
    ],
    "write_url": "#write",
    "person": {"id": 7, "first_name": "Priya", "name": "Priya Shah", "role": "Key worker"},
    "account_menu": [{"title": "Your settings", "url": "#settings", "icon": "gear"}],
    "change_person_url": "#change",
    "inbox_count": 3,
    "idle_seconds": 1200,
}

ELLA = {
    "name": "Ella R.",
    "url": "#ella",
    "called": "likes to be called Ellie",
    "line": "14 years old · at Rowan House for 7 months",
    "key_worker": "key worker Priya",
    "alerts": [
        {
            "tone": "bad",
            "icon": "exclamation-octagon-fill",
            "words": "Allergy: peanuts, carries an adrenaline pen",
            "url": "#allergy",
        },
        {
            "tone": "warn",
            "icon": "geo-alt-fill",
            "words": "Going missing: call police after 30 minutes",
        },
        {"tone": "calm", "icon": "telephone-fill", "words": "Family time: no calls with S.R."},
    ],
    "phones": [
        {"words": "Ring social worker", "number": "01632 960123", "tel": "+441632960123"},
    ],
    "write_url": "#write",
    "links": [
        {"title": "How she is", "url": "#1", "icon": "heart", "current": True},
        {"title": "Days", "url": "#2", "icon": "journal-text"},
        {"title": "People", "url": "#3", "icon": "people"},
        {"title": "Who decides?", "url": "#4", "icon": "question-circle"},
    ],
}

ROWS = [
    {
        "url": "#r1",
        "cells": [
            {"label": "When", "text": "Sun 22 Nov, 18:10"},
            {"label": "Written by", "text": "Priya"},
            {"label": "About", "text": "Made pancakes with Kai and beat him at cards"},
            {"label": "Stands", "text": "Signed", "status": "ok"},
        ],
        "late": True,
        "flags": ["2 photos"],
    },
    {
        "url": "#r2",
        "cells": [
            {"label": "When", "text": "Sat 21 Nov, 22:40"},
            {"label": "Written by", "text": "Tom"},
            {"label": "About", "text": "Could not sleep; we sat in the kitchen until midnight"},
            {"label": "Stands", "text": "Not signed, 1 day late", "status": "late"},
        ],
    },
    {
        "url": "#r3",
        "cells": [
            {"label": "When", "text": "Fri 20 Nov, 08:05"},
            {"label": "Written by", "text": "Ali"},
            {"label": "About", "text": ""},
            {"label": "Stands", "text": "Due today", "status": "soon"},
        ],
        "void": True,
    },
]

AMENDMENT = {
    "text": "She rang her brother on her own and was pleased with it.",
    "who": "Priya",
    "when": "Mon 23 Nov, 09:12",
    "why": "I remembered it on the way home.",
}

SECTIONS = [
    {
        "title": "What happened",
        "facts": [
            {"label": "When", "text": "Sun 22 Nov 2026, 18:10"},
            {
                "label": "In our own words",
                "text": "Ella came down after tea and asked to bake.\nShe showed Kai how to toss.",
                "amendments": [AMENDMENT],
            },
            {"label": "What she said", "text": ""},
        ],
    },
    {
        "title": "Who was there",
        "facts": [],
        "rows": {
            "columns": ["Who", "Part", "Until"],
            "lines": [
                {
                    "cells": [
                        {"label": "Who", "text": "Kai M."},
                        {"label": "Part", "text": "Helped"},
                        {"label": "Until", "text": "19:00"},
                    ]
                },
                {
                    "cells": [
                        {"label": "Who", "text": "Tom"},
                        {"label": "Part", "text": "Washed up"},
                        {"label": "Until", "text": ""},
                    ],
                    "amendments": [AMENDMENT],
                },
            ],
        },
    },
]

MOMENTS = [
    {"title": "Signed", "who": "Priya Shah", "when": "Sun 22 Nov 2026, 19:02"},
    {"title": "Seen by the manager", "done": False, "due_words": "by 19:02 on Tuesday"},
    {"title": "Talked with Ella", "done": False, "late": True, "due_words": "was due yesterday"},
]
STEPS = [
    {"title": "Seen by the manager", "url": "#s1", "primary": True},
    {"title": "Add words", "url": "#s2"},
    {"title": "Set aside", "url": "#s3", "tone": "danger"},
]
ENTRIES = [
    {
        "when": "Mon 23 Nov 2026, 09:12",
        "who": "Priya Shah",
        "what": "changed it",
        "details": [{"label": "Where", "before": "Lounge", "after": "Kitchen"}],
    },
    {"when": "Sun 22 Nov 2026, 18:44", "who": "Priya Shah", "what": "wrote it", "details": []},
]
CONFLICT = [
    {"label": "Where", "mine": "Kitchen", "theirs": "Lounge", "differs": True},
    {"label": "Who was there", "mine": "Kai", "theirs": "Kai", "differs": False},
]
PART = SECTIONS[0] | {"title": "Health"}
