# syntax=docker/dockerfile:1
# The backend as a process of its own. Built from the project's root: docker build -f deploy/backend.Dockerfile .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl backend -am package \
    && java -Djarmode=tools -jar backend/target/backend-0.1.0-SNAPSHOT-app.jar extract --destination /app \
    && mv /app/backend-0.1.0-SNAPSHOT-app.jar /app/backend.jar

FROM eclipse-temurin:25-jre
COPY --from=build /app /app
# a new volume for backups belongs to whom the folder belongs to
RUN mkdir /backups && chown 10001 /backups
USER 10001
EXPOSE 8080
# PDFs are opened in a second process, with some 350 MB of its own
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=55"
ENTRYPOINT ["java", "-jar", "/app/backend.jar"]
