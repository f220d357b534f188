# Cura for a real home: see docs/running-it-for-real.md. Built once, run as web, worker, beat and migrate.

# ---- Python packages, built where compilers are allowed ----
FROM python:3.11-slim-bookworm AS packages
COPY requirements.lock /tmp/
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps \
    -r /tmp/requirements.lock

# ---- pg_dump and pg_restore must be of the server's version ----
FROM postgres:16-bookworm AS postgres

# ---- what runs ----
FROM python:3.11-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    libmagic1 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig libpq5 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /srv/cura --shell /usr/sbin/nologin cura \
 && install -d -o cura -g cura -m 700 /data /backups
COPY --from=postgres /usr/lib/postgresql/16/bin/pg_dump /usr/lib/postgresql/16/bin/pg_restore /usr/local/bin/
COPY --from=postgres /usr/lib/*-linux-gnu/libpq.so.5* /usr/local/lib/
RUN ldconfig
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/cura
COPY . .
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    CURA_DATA=/data STATIC_ROOT=/srv/static
RUN python -m compileall -q . \
 && CURA_DATA=/tmp/build python manage.py collectstatic --noinput --verbosity 0 \
 && rm -rf /tmp/build
USER cura
VOLUME ["/data", "/backups"]
EXPOSE 8000
ENTRYPOINT ["deploy/start"]
CMD ["web"]
