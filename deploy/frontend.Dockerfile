# syntax=docker/dockerfile:1
# The frontend as a process of its own. Built from the project's root: docker build -f deploy/frontend.Dockerfile .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl frontend -am package \
    && java -Djarmode=tools -jar frontend/target/frontend-0.1.0-SNAPSHOT-app.jar extract --destination /app \
    && mv /app/frontend-0.1.0-SNAPSHOT-app.jar /app/frontend.jar

FROM eclipse-temurin:25-jre
COPY --from=build /app /app
USER 10001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
ENTRYPOINT ["java", "-jar", "/app/frontend.jar"]
