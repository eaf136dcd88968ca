# Image de production. Écrite sans moteur de conteneurs sous la main : relisez-la avant usage.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.txt pyproject.toml README.md LICENSE NOTICE.md ./
RUN python -m venv /opt/beffroi && \
    /opt/beffroi/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY src ./src
RUN /opt/beffroi/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim-bookworm
# Le moteur du modèle embarqué en a besoin.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && \
    rm -rf /var/lib/apt/lists/* && \
    useradd --system --create-home --home-dir /srv/beffroi beffroi
COPY --from=build /opt/beffroi /opt/beffroi
ENV PATH=/opt/beffroi/bin:$PATH BEFFROI_HOME=/srv/beffroi/instance
USER beffroi
VOLUME /srv/beffroi/instance
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s CMD \
    ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 3)"]
CMD ["beffroi", "serveur", "--hote", "0.0.0.0", "--port", "8000"]
