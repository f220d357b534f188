"""The permissions, named by kind of work. Roles hold them (`accounts/roles.py`); models name them.

They are rows of django's `Permission` on Home and on Child, made from this list by `post_migrate`.
"""

from enum import StrEnum


class Permission(StrEnum):
    """What somebody may do at a home, or with one child."""

    def __new__(cls, code: str, words: str):
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = words
        return member

    HOME_READ = "home_read", "See the home's own pages"
    CHILD_READ = "child_read", "See a child's page and who she is"
    CHILD_WRITE = "child_write", "Change a child's page, people and decisions"
    CHILD_PRIVATE = "child_private", "See what a child asked to be kept between few"
    DAILY_READ = "daily_read", "Read daily notes and handovers"
    DAILY_WRITE = "daily_write", "Write daily notes and handovers"
    DIARY_READ = "diary_read", "See the diary of the home and of a child"
    DIARY_WRITE = "diary_write", "Write in the diary, the visitors' book and the phone log"
    KEYWORK_READ = "keywork_read", "Read key work"
    KEYWORK_WRITE = "keywork_write", "Write key work"
    HEALTH_READ = "health_read", "Read about a child's health"
    HEALTH_WRITE = "health_write", "Write about a child's health"
    HEALTH_PRIVATE = "health_private", "See private health matters"
    MEDICINE_READ = "medicine_read", "See the medicine record"
    MEDICINE_GIVE = "medicine_give", "Give medicines and keep their record"
    EDUCATION_READ = "education_read", "Read about school"
    EDUCATION_WRITE = "education_write", "Write about school"
    PLAN_READ = "plan_read", "Read plans and assessments"
    PLAN_WRITE = "plan_write", "Write plans and assessments"
    REPORT_READ = "report_read", "Read reports about a child"
    REPORT_WRITE = "report_write", "Write reports about a child"
    PLACEMENT_READ = "placement_read", "See referrals and who may come to live here"
    PLACEMENT_WRITE = "placement_write", "Write about referrals and about a child's coming"
    SAFEGUARDING_READ = "safeguarding_read", "Read incidents and safeguarding records"
    SAFEGUARDING_WRITE = "safeguarding_write", "Write incidents and safeguarding records"
    ALLEGATION_READ = "allegation_read", "Read allegations"
    PREMISES_READ = "premises_read", "See checks and defects of the house"
    PREMISES_WRITE = "premises_write", "Write checks and defects of the house"
    ROTA_READ = "rota_read", "See the rota"
    ROTA_WRITE = "rota_write", "Write the rota"
    STAFF_READ = "staff_read", "See who works here"
    STAFF_PRIVATE = "staff_private", "Read staff files"
    RECORD_SIGN = "record_sign", "Sign records"
    RECORD_REVIEW = "record_review", "Review, return and set aside records as a manager"
    MONEY_READ = "money_read", "See fees and money"
    AUDIT_READ = "audit_read", "See who has read and written what"
    PEOPLE_MANAGE = "people_manage", "Give and end people's access, register tablets"
    HOME_MANAGE = "home_manage", "Change homes, beds and their settings"
    # A link to somebody without an account, or a file that is made to be changed and passed on
    # (Word). Not: reading, and printing one record for oneself with its hash and one's name on it;
    # a calendar of one's own, which names nobody and holds no typed word. Asked with a password of
    # the last five minutes (ASVS 5.0 7.5.3).
    EXPORT = "export", "Send records out of the home"


CHOICES = tuple((p.value, p.words) for p in Permission)
