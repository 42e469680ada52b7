// GraphiQL on this server's own copies of its files, with the examples as tabs. A request by token may send any document: the token is that of
// the sandbox, if the developers' page has got one in this tab, else the one that the documents print; "Headers" below may say another.
const token = () => {
  try {
    return JSON.parse(sessionStorage.getItem('tongke-sandbox')).secret;
  } catch (none) {
    return 'demo-developer';
  }
};

const day = (later) => new Date(Date.now() + (8 + later * 24) * 3600 * 1000).toISOString().slice(0, 10);

const tab = ({ query }) => ({
  query,
  variables: query.includes('$from') ? JSON.stringify({ from: day(0), to: day(6) }, null, 2) : undefined,
});

const show = (examples) =>
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(
      GraphiQL,
      {
        fetcher: GraphiQL.createFetcher({ url: 'graphql', headers: { Authorization: 'Bearer ' + token() } }),
        defaultTabs: examples.map(tab),
        shouldPersistHeaders: false,
      },
      React.createElement(GraphiQL.Logo, null, React.createElement('a', { href: 'developers' }, '同课 · API')),
    ),
  );

fetch('graphiql/examples.json')
  .then((answer) => answer.json())
  .then(show);
