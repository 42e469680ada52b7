// Prints the lessons of the province in the week from a day on, page by page to the end. Needs Node 18 or newer, nothing else.
//   TONGKE_URL    where the product answers
//   TONGKE_TOKEN  a developer's token
//   TONGKE_DAY    first day, as in 2021-03-10
const url = process.env.TONGKE_URL ?? 'http://localhost:8080';
const token = process.env.TONGKE_TOKEN ?? 'demo-developer';
const from = process.env.TONGKE_DAY ?? new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10); // today in China
const to = new Date(Date.parse(from) + 6 * 24 * 3600 * 1000).toISOString().slice(0, 10);

const WEEK = `
query Week($filter: ActivityFilter!, $after: String) {
  activities(filter: $filter, first: 20, after: $after) {
    edges { node { id title startsAt } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One page of the list. */
async function page(after) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: WEEK, variables: { filter: { from, to }, after } }),
  });
  const answer = await response.json();
  if (answer.errors) {
    throw new Error(JSON.stringify(answer.errors));
  }
  return answer.data.activities;
}

let after = null;
for (let more = true; more; ) {
  const { edges, pageInfo } = await page(after);
  for (const { node } of edges) {
    console.log(node.startsAt, node.id, node.title);
  }
  after = pageInfo.endCursor;
  more = pageInfo.hasNextPage;
}
