// GraphiQL on this server's own copies of its files. A request by token may send any document: the token goes into the headers.
const fetcher = GraphiQL.createFetcher({ url: 'graphql' });
const query = `# A token goes into "Headers" below. With the demo's data this works as it stands.
{
  communities(first: 3) {
    edges { node { name mode core { name } members { name } } }
  }
}
`;
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: query,
    defaultHeaders: JSON.stringify({ Authorization: 'Bearer demo-developer' }, null, 2),
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'headers',
  }),
);
