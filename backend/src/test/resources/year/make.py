"""The events of a year of one county: what schools, suppliers and offices do, most of it well, some of it not.

    python3 make.py SEED > events.jsonl

Same seed, same year. Nothing here knows what counts.
"""

import json
import random
import sys
from datetime import date, datetime, timedelta, timezone

YEAR = 2021
ZONE = timezone(timedelta(hours=8))
SUBJECTS = ["CHINESE", "MATHEMATICS", "ENGLISH", "MUSIC", None]
COMMUNITIES = {
    # id: mode, member schools, day on which it is there, lessons a week, how much goes wrong
    "merged-early": ("MERGED", 1, date(YEAR, 3, 1), 1.6, 0.1),
    "built-of-four": ("CO_BUILT", 3, date(YEAR, 3, 1), 1.3, 0.2),
    "built-never-covered": ("CO_BUILT", 2, date(YEAR, 3, 15), 0.9, 0.3),
    "merged-troubled": ("MERGED", 2, date(YEAR, 4, 12), 0.8, 0.6),
    "built-late": ("CO_BUILT", 1, date(YEAR, 6, 14), 1.8, 0.15),
}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.events, self.count = [], 0

    def new(self, kind):
        self.count += 1
        return f"{kind}-{self.count}"

    def tell(self, at, what, key, **facts):
        self.events.append(dict(at=at.isoformat(), what=what, id=key, **facts))

    def when(self, day, hour, minute=0):
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)

    def chance(self, share):
        return self.random.random() < share

    def make(self):
        for name, (mode, members, since, weekly, trouble) in COMMUNITIES.items():
            core, others = f"{name}/core", [f"{name}/member{number}" for number in range(members)]
            self.tell(self.when(since, 8), "community", name, mode=mode, core=core, members=others)
            self.papers(name, mode, since)
            self.activities(name, core, others, since, weekly, trouble)
            self.exchanges(name, mode, core, others, since)
        self.county_documents()
        self.events.sort(key=lambda event: event["at"])
        return self.events

    def file(self, at, communities, criterion, kind, lesson=None, content=None):
        key = self.new("file")
        self.tell(at, "file", key, communities=communities, criterion=criterion, lesson=lesson, kind=kind, hash=content or key)
        return key

    def papers(self, name, mode, since):
        if name == "merged-troubled":
            wrong = self.file(self.when(since + timedelta(days=9), 9), [name], "2.3", "PDF")
            self.tell(self.when(since + timedelta(days=30), 9), "withdraw", wrong)
        if mode == "MERGED":
            paper = self.file(self.when(since + timedelta(days=40), 9), [name], "2.3", "PDF")
            better = self.new("file")
            self.tell(self.when(since + timedelta(days=55), 9), "replace", better, old=paper, hash=better, kind="PDF")

    def county_documents(self):
        early = [name for name, (_, _, since, _, _) in COMMUNITIES.items() if since < date(YEAR, 6, 1)]
        self.file(self.when(date(YEAR, 6, 1), 10), early, "1.1", "PDF")
        plan = self.file(self.when(date(YEAR, 6, 20), 10), list(COMMUNITIES), "1.2", "PDF")
        self.tell(self.when(date(YEAR, 7, 5), 10), "withdraw", plan)
        self.file(self.when(date(YEAR, 7, 12), 10), list(COMMUNITIES), "1.2", "PDF")
        self.file(self.when(date(YEAR, 8, 2), 10), ["built-late"], "1.1", "PDF")

    def activities(self, name, core, others, since, weekly, trouble):
        for kind, share in (("SYNCED_LESSON", weekly), ("ONLINE_RESEARCH", weekly * 0.35), ("OFFLINE_RESEARCH", weekly * 0.2)):
            day = since + timedelta(days=2)
            while day < date(YEAR, 12, 29):
                if day.weekday() < 5 and not date(YEAR, 7, 1) <= day < date(YEAR, 9, 1) and self.chance(share / 5):
                    self.activity(name, core, others, kind, day, trouble)
                day += timedelta(days=1)
            self.outside(name, core, others, kind)

    def outside(self, name, core, others, kind):
        start = self.when(date(YEAR + 1, 1, 4), 9)
        at = self.when(date(YEAR, 12, 20), 9)
        self.tell(at, "lesson", self.new("lesson"), community=name, kind=kind, subject="CHINESE", start=start.isoformat(),
                  end=(start + timedelta(minutes=40)).isoformat(), schools=[core] + others)

    def activity(self, name, core, others, kind, day, trouble):
        key = self.new("lesson")
        start = self.when(day, self.random.randint(8, 15), self.random.choice([0, 5, 50]))
        end = start + timedelta(minutes=40)
        schools = [core] + self.random.sample(others, self.random.randint(1, len(others)))
        if self.chance(trouble * 0.2):
            schools = self.random.choice([[core], [others[0], "elsewhere/school"], others[:2]])
        late = self.chance(trouble * 0.4)
        at = end + timedelta(hours=2) if late else start - timedelta(days=self.random.randint(1, 6), hours=1)
        at = max(at, self.when(COMMUNITIES[name][2], 9))
        subject = self.random.choice(SUBJECTS) if kind == "SYNCED_LESSON" else None
        self.tell(at, "lesson", key, community=name, kind=kind, subject=subject, start=start.isoformat(), end=end.isoformat(), schools=schools)
        self.afterwards(name, kind, key, start, end, at, late, trouble)

    def afterwards(self, name, kind, key, start, end, at, late, trouble):
        """What happens to it: each at most once, so that the order of the events is the only order there is."""
        fate = self.random.random()
        after = end + timedelta(hours=3)
        if late and self.chance(0.5):
            self.tell(after, "confirm", key)
        elif fate < trouble * 0.2:
            self.tell(max(at, start - timedelta(hours=2)) + timedelta(minutes=7), "cancel", key)
        elif fate < trouble * 0.35:
            by = self.random.choice([timedelta(minutes=10), timedelta(days=1), timedelta(days=7), timedelta(days=30)])
            told = self.random.choice([max(at, start - timedelta(hours=3)) + timedelta(minutes=9), start + by + timedelta(hours=1)])
            self.tell(told, "move", key, start=(start + by).isoformat(), end=(end + by).isoformat())
            after = max(after, told + timedelta(hours=1))
        elif fate < trouble * 0.5 and name == "merged-troubled":
            there = "merged-early"
            self.tell(after + timedelta(days=20), "rehome", key, community=there, schools=[f"{there}/core", f"{there}/member0"])
            return
        if self.chance(0.35):
            self.proof(name, kind, key, after + timedelta(minutes=30), trouble)

    def proof(self, name, kind, key, at, trouble):
        criterion = "2.1" if kind == "SYNCED_LESSON" else "2.2"
        proper = "PDF" if kind == "OFFLINE_RESEARCH" else "PICTURE"
        file = self.file(at, [name], criterion, proper, key, f"{name}-again" if self.chance(trouble * 0.3) else None)
        if self.chance(trouble * 0.5):
            self.tell(at + timedelta(days=self.random.randint(1, 40)), "withdraw", file)

    def exchanges(self, name, mode, core, others, since):
        if mode == "MERGED":
            begin = since + timedelta(days=15)
            listed = self.new("exchange")
            self.tell(self.when(since + timedelta(days=12), 9), "exchange", listed, teacher=f"{others[0]}/teacher",
                      **{"from": others[0], "to": core, "fromOn": begin.isoformat(), "toOn": (begin + timedelta(days=30)).isoformat(), "backbone": False})
            if name == "merged-early":
                self.tell(self.when(since + timedelta(days=20), 9), "withdrawExchange", listed)
            return
        for number, member in enumerate(others):
            begin = since + timedelta(days=60 + 45 * number)
            covers = not (name == "built-never-covered" and number == 1)
            self.tell(self.when(begin - timedelta(days=10), 9), "exchange", self.new("exchange"), teacher=f"{core}/teacher{number}",
                      **{"from": core, "to": member, "fromOn": begin.isoformat(), "toOn": (begin + timedelta(days=90)).isoformat(), "backbone": covers})
        wrong = self.new("exchange")
        self.tell(self.when(since + timedelta(days=20), 9), "exchange", wrong, teacher=f"{others[0]}/teacher",
                  **{"from": others[0], "to": core, "fromOn": (since + timedelta(days=21)).isoformat(), "toOn": (since + timedelta(days=50)).isoformat(), "backbone": True})
        early = self.new("exchange")
        self.tell(self.when(since + timedelta(days=30), 9), "exchange", early, teacher=f"{core}/teacher9",
                  **{"from": core, "to": others[-1], "fromOn": (since + timedelta(days=31)).isoformat(), "toOn": (since + timedelta(days=35)).isoformat(), "backbone": True})
        self.tell(self.when(since + timedelta(days=33), 9), "withdrawExchange", early)


for event in Maker(int(sys.argv[1])).make():
    print(json.dumps(event, ensure_ascii=False))
