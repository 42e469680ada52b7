# 第一个问题：三个教共体和它们的学校。需要 curl。
# The first question: three communities and their schools. Needs curl.
curl -sS "${TONGKE_URL:-http://localhost:8080}/graphql" -H "Authorization: Bearer ${TONGKE_TOKEN:-demo-developer}" -H "Content-Type: application/json" -d "{\"query\": \"{ communities(first: 3) { edges { node { name core { name } members { name } } } } }\"}"
