// Reads a calendar as ical.js understands it, and prints one line an event.
// ical.cjs is dist/ical.es5.min.cjs of ical.js 2.2.1 (MPL-2.0, ical.LICENSE), unchanged.
const ICAL = require('./ical.cjs');

const calendar = new ICAL.Component(ICAL.parse(require('fs').readFileSync(0, 'utf8')));
calendar.getAllSubcomponents('vtimezone').forEach(zone => ICAL.TimezoneService.register(zone));

const instant = time => time.toJSDate().toISOString().replace('.000Z', 'Z');

for (const component of calendar.getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  const times = [];
  const places = event.iterator();
  for (let start = places.next(); start && instant(start) < process.argv[2]; start = places.next()) {
    const place = event.getOccurrenceDetails(start);
    times.push(instant(place.startDate) + '/' + instant(place.endDate));
  }
  console.log([event.uid, event.sequence, component.getFirstPropertyValue('status'), event.summary, ...times].join(' '));
}
