# Sourced by build/matrix.sh: database servers of Debian's for the tests, with their data in a temporary folder.
# shellcheck shell=bash

database_server= # the process
database_data=

# Ends the server that was started, if any, and removes its data.
stop_database() {
    [ -n "$database_server" ] || return 0
    kill -QUIT "$database_server" 2> /dev/null || true
    wait "$database_server" 2> /dev/null || true
    rm -rf "$database_data"
    database_server=
}

# A port of this machine that nobody uses at the moment.
free_port() {
    local port
    for port in $(shuf -i 20000-30000 -n 20); do
        if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
            printf '%s' "$port"
            return 0
        fi
    done
    return 1
}

# Starts a server with a user "keycloak" for tests, on this machine only. Sets DATABASE_SERVER, the address to which the
# name of a database is appended. Fails where it is not installed and can't be.
start_database() {
    local kind=$1 port
    port=$(free_port) || return 1
    database_data=$(mktemp -d)
    chmod 711 "$database_data"
    "start_$kind" "$port" > "$database_data/log" 2>&1 &
    database_server=$!
    for _ in {1..300}; do
        if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
            DATABASE_SERVER=jdbc:${kind/postgres/postgresql}://127.0.0.1:$port/
            return 0
        fi
        kill -0 "$database_server" 2> /dev/null || break
        sleep 0.2
    done
    cat "$database_data/log" >&2
    stop_database
    return 1
}

need_postgres() {
    postgres_programs > /dev/null || install_packages postgresql
}

need_mariadb() {
    command -v mariadbd > /dev/null || install_packages mariadb-server
}

# The folder of the newest version.
postgres_programs() {
    local programs
    programs=$(find /usr/lib/postgresql/*/bin -maxdepth 0 2> /dev/null | sort -V | tail -1)
    [ -n "$programs" ] && printf '%s' "$programs"
}

# Becomes the server, which refuses to run as root. What would be lost by a power failure may be lost.
start_postgres() {
    local port=$1 as=() programs
    programs=$(postgres_programs)
    if [ "$(id -u)" -eq 0 ]; then
        as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
        chown postgres "$database_data"
    fi
    cd "$database_data"
    "${as[@]}" "$programs/initdb" -D data -U keycloak --auth=trust --encoding=UTF8 --locale=C.UTF-8
    exec "${as[@]}" "$programs/postgres" -D data -h 127.0.0.1 -p "$port" -k "$database_data" -c max_connections=300 -c fsync=off
}

# Becomes the server, which lets everybody in.
start_mariadb() {
    local port=$1 as
    as=--user=$(id -un)
    mariadb-install-db --no-defaults "$as" --datadir="$database_data/data" --skip-test-db
    exec mariadbd --no-defaults "$as" --datadir="$database_data/data" --socket="$database_data/socket" \
        --bind-address=127.0.0.1 --port="$port" --skip-grant-tables --max-connections=300 --character-set-server=utf8mb4 \
        --collation-server=utf8mb4_unicode_ci --innodb-flush-log-at-trx-commit=0
}
