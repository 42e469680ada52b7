# MinIO from its pinned source, the same version that bin/services runs. Any other S3-compatible store serves as well.
FROM golang:1.26-alpine AS build
ARG MINIO_VERSION=v0.0.0-20260212201848-7aac2a2c5b7c
RUN CGO_ENABLED=0 go install -trimpath -ldflags "-s -w" github.com/minio/minio@${MINIO_VERSION}

FROM alpine:3.22
COPY --from=build /go/bin/minio /usr/local/bin/minio
# A new volume takes its owner from here.
RUN adduser -D -u 10001 tongke && mkdir /data && chown tongke /data
USER 10001
VOLUME /data
EXPOSE 9000
ENV MINIO_UPDATE=off MINIO_BROWSER=off HOME=/tmp
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s CMD wget -q -O /dev/null http://127.0.0.1:9000/minio/health/ready
ENTRYPOINT ["minio", "server", "--quiet", "/data"]
