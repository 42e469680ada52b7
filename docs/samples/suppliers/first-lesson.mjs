// Reports one lesson of tomorrow, as a supplier's platform does. Needs Node 18 or newer, nothing else.
//   TONGKE_URL    where the product answers
//   TONGKE_TOKEN  the supplier's token
import { randomUUID } from 'node:crypto';

const url = process.env.TONGKE_URL ?? 'http://localhost:8080';
const token = process.env.TONGKE_TOKEN ?? 'demo-sandbox';

const SYNC = `
mutation Sync($input: SyncActivitiesInput!) {
  syncActivities(input: $input) {
    outcomes { externalId result error { code path message } fix }
    errors { code message }
  }
}`;

/** Sends one batch of at most 500 rows and returns what became of each. */
async function sync(activities) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Accept-Language': 'zh-CN',
    },
    body: JSON.stringify({ query: SYNC, variables: { input: { batchId: randomUUID(), activities } } }),
  });
  const answer = await response.json();
  if (answer.errors) {
    // token, document or server: nothing that a row could mend
    throw new Error(JSON.stringify(answer.errors));
  }
  return answer.data.syncActivities;
}

const day = new Date(Date.now() + 32 * 3600 * 1000).toISOString().slice(0, 10); // tomorrow in China
const done = await sync([
  {
    externalId: `sample-javascript-${day}`,
    revision: Math.floor(Date.now() / 1000), // grows with each change
    state: 'PLANNED',
    kind: 'SYNCED_LESSON',
    title: '光的反射',
    subject: '科学',
    className: '五年级1班',
    startsAt: `${day}T14:00:00+08:00`,
    endsAt: `${day}T14:40:00+08:00`,
    schools: [{ name: '乐清市云溪实验小学' }, { name: '乐清市竹坞村小学' }],
    teachers: [{ name: '徐向阳', role: 'LEADS', school: '乐清市云溪实验小学' }],
    joinUrl: 'https://lessons.example.org/join/sample-javascript',
  },
]);
console.log(JSON.stringify(done));
process.exitCode = done.outcomes.every((row) => row.result === 'APPLIED') ? 0 : 1;
