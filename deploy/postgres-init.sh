#!/bin/bash
# Runs once, when the database folder is empty. Two roles:
#   cura_owner  owns the tables, makes and changes them (migrate, restore)
#   cura_app    reads and writes rows. It owns nothing, so it can neither drop a trigger that guards
#               a signed record, nor truncate a table, nor alter one.
set -euo pipefail
secrets=${SECRETS:-/run/secrets}
owner_password=$(cat "$secrets/owner_password")
app_password=$(cat "$secrets/app_password")

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$owner_password" -v app_password="$app_password" <<'SQL'
CREATE ROLE cura_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE cura_app LOGIN PASSWORD :'app_password';
CREATE DATABASE cura OWNER cura_owner ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE cura FROM PUBLIC;
GRANT CONNECT ON DATABASE cura TO cura_app;
\connect cura
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO cura_owner;
GRANT USAGE ON SCHEMA public TO cura_app;
ALTER DEFAULT PRIVILEGES FOR ROLE cura_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cura_app;
ALTER DEFAULT PRIVILEGES FOR ROLE cura_owner IN SCHEMA public
  GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO cura_app;
ALTER DEFAULT PRIVILEGES FOR ROLE cura_owner IN SCHEMA public
  GRANT EXECUTE ON FUNCTIONS TO cura_app;
SQL
