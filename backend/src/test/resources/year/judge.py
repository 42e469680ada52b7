"""The verdict of every day of a year, from its events alone.

    python3 judge.py < events.jsonl > verdicts.jsonl

It reads what schools, suppliers and offices did (one JSON object a line, in the order of `at`) and writes, for the end of each day and each
community that is there, how it stands at each criterion of annex 2 of the notice: whether it is met, and the figures. It was written from
the notice and from docs/architecture.md, shares no code with Tongke, and keeps no sums: each day it counts everything anew.
"""

import json
import sys
from datetime import date, datetime, timedelta

YEAR = 2021
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
TEXTS = {"PDF", "DOCUMENT"}


def moment(text):
    return datetime.fromisoformat(text)


class Year:
    def __init__(self):
        self.communities, self.lessons, self.files, self.periods = {}, {}, {}, {}

    def apply(self, event):
        what, key = event["what"], event["id"]
        if what == "community":
            self.communities[key] = event
        elif what == "lesson":
            self.lessons[key] = dict(event, cancelled=False, confirmed=False, announced=event["at"])
        elif what == "cancel":
            self.lessons[key]["cancelled"] = True
        elif what == "move":
            lesson = self.lessons[key]
            if not (moment(lesson["start"]) < moment(event["end"]) and moment(event["start"]) < moment(lesson["end"])):
                lesson["announced"] = event["at"]
            lesson.update(start=event["start"], end=event["end"])
        elif what == "rehome":
            self.lessons[key].update(community=event["community"], schools=event["schools"])
        elif what == "confirm":
            self.lessons[key]["confirmed"] = True
        elif what == "file":
            self.files[key] = event
        elif what == "withdraw":
            del self.files[key]
        elif what == "replace":
            # the new file proves what the old one proved
            old = self.files.pop(event["old"])
            self.files[key] = dict(old, id=key, hash=event["hash"], kind=event["kind"])
        elif what == "exchange":
            self.periods[key] = event
        elif what == "withdrawExchange":
            del self.periods[key]
        else:
            raise ValueError(what)

    def counts(self, lesson, community, now):
        """二(一), 二(二): between campuses (merged), between the core school and a member (co-built); within the year; really held."""
        own = set(lesson["schools"]) & {community["core"], *community["members"]}
        if lesson["cancelled"] or len(own) < 2:
            return False
        if community["mode"] == "CO_BUILT" and community["core"] not in own:
            return False
        if not FIRST <= moment(lesson["start"]).date() <= LAST or moment(lesson["end"]) > now:
            return False
        return lesson["confirmed"] or moment(lesson["announced"]) <= moment(lesson["end"])

    def held(self, community, kind, now):
        return {
            key: lesson
            for key, lesson in self.lessons.items()
            if lesson["community"] == community["id"] and lesson["kind"] == kind and self.counts(lesson, community, now)
        }

    def proofs(self, community, criterion, kinds, held=None):
        """Different files of these kinds; of those that show a lesson, only where it counts."""
        found = set()
        for file in self.files.values():
            covers = community["id"] in file["communities"] and file["criterion"] == criterion and file["kind"] in kinds
            if covers and (file["lesson"] is None or held is not None and file["lesson"] in held):
                found.add(file["hash"])
        return len(found)

    def verdicts(self, community, now):
        lessons = self.held(community, "SYNCED_LESSON", now)
        online = self.held(community, "ONLINE_RESEARCH", now)
        offline = self.held(community, "OFFLINE_RESEARCH", now)
        answer = {
            "1.1": [[self.proofs(community, "1.1", {"PDF"}), 1]],
            "1.2": [[self.proofs(community, "1.2", {"PDF"}), 1]],
            "2.1": [
                [len({lesson["subject"] for lesson in lessons.values() if lesson["subject"]}), 2],
                [len(lessons), 20],
                [self.proofs(community, "2.1", {"PICTURE"}, lessons), 1],
            ],
            "2.2": [
                [len(online), 8],
                [self.proofs(community, "2.2", {"PICTURE"}, online), 1],
                [len(offline), 4],
                [self.proofs(community, "2.2", TEXTS, offline), 1],
            ],
            "2.3": [self.exchange(community, now)],
        }
        return {
            code: {"met": all(have >= need for have, need in figures), "figures": [have for have, _ in figures]}
            for code, figures in answer.items()
        }

    def exchange(self, community, now):
        """二(三): a list of free movement, as a file or in the register (merged); the core school's backbone teachers at every member (co-built)."""
        if community["mode"] == "MERGED":
            own = {community["core"], *community["members"]}
            registered = any({period["from"], period["to"]} <= own and self.within(period, now) for period in self.periods.values())
            return [self.proofs(community, "2.3", TEXTS) + registered, 1]
        covered = {
            period["to"]
            for period in self.periods.values()
            if period["from"] == community["core"]
            and period["to"] in community["members"]
            and period["backbone"]
            and self.within(period, now)
        }
        return [len(covered), len(community["members"])]

    @staticmethod
    def within(period, now):
        return date.fromisoformat(period["fromOn"]) <= min(now.date(), LAST) and date.fromisoformat(period["toOn"]) >= FIRST


def main():
    year, day, zone = Year(), None, None
    events = [json.loads(line) for line in sys.stdin if line.strip()]
    zone = moment(events[0]["at"]).tzinfo
    day, end = moment(events[0]["at"]).date(), moment(events[-1]["at"]).date()
    while day <= end:
        while events and moment(events[0]["at"]).date() == day:
            year.apply(events.pop(0))
        now = datetime(day.year, day.month, day.day, 23, 0, tzinfo=zone)
        verdicts = {key: year.verdicts(community, now) for key, community in year.communities.items()}
        print(json.dumps({"day": day.isoformat(), "verdicts": verdicts}, ensure_ascii=False))
        day += timedelta(days=1)


main()
