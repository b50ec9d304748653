# A Keycloak with the packed JAR and a database that a benchmark can fill. Sourced by benchmarks, which set PORT.
# shellcheck shell=bash
. build/machine.sh

readonly DATABASE=${1:-}
readonly URL=http://localhost:$PORT
readonly STATE=$PWD/benchmarks/target/$DATABASE
readonly KEYCLOAK=$STATE/keycloak
readonly LOG=$STATE/log.txt

server= # the Keycloak that was started and has not been seen to end yet

say() {
    printf '%s\n' "$*"
}

end_server() {
    [ -n "$server" ] || return 0
    kill "$server" 2> /dev/null || true # kc.sh hands it on to its Java
    for _ in {1..150}; do
        kill -0 "$server" 2> /dev/null || break
        sleep 0.2
    done
    if kill -0 "$server" 2> /dev/null; then
        # shellcheck disable=SC2046 # one argument for each process
        kill -KILL $(cat "/proc/$server/task/$server/children") "$server" 2> /dev/null || true
    fi
    wait "$server" 2> /dev/null || true
    server=
}

# jar: the caller's, else the last one built, else one that is built now.
find_jar() {
    jar=${MSP_MFA_BENCH_JAR:-$(find bundle/target -name 'keycloak-msp-mfa-[0-9]*.jar' 2> /dev/null | head -1)}
    if [ -z "$jar" ]; then
        say 'Building the JAR ...'
        mvn -B -ntp package -pl bundle -am -Dmaven.test.skip > "$LOG" 2>&1 || die "the build failed ($LOG has the details)"
        jar=$(find bundle/target -name 'keycloak-msp-mfa-[0-9]*.jar' | head -1)
    fi
}

fetch_keycloak() {
    local version
    version=$(sed -n 's|.*<keycloak.version>\(.*\)</keycloak.version>.*|\1|p' pom.xml)
    if [ "$(cat "$STATE/fetched" 2> /dev/null)" != "$version" ]; then
        say "Fetching Keycloak $version ..."
        rm -rf "$KEYCLOAK" "$STATE/unpacked" "$STATE/fetched"
        mvn -B -ntp -N dependency:unpack "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:zip" \
            "-DoutputDirectory=$STATE/unpacked" -Dmdep.overWriteReleases > "$LOG" 2>&1 \
            || die "Keycloak could not be fetched ($LOG has the details)"
        mv "$STATE/unpacked/keycloak-$version" "$KEYCLOAK"
        rmdir "$STATE/unpacked"
        echo "$version" > "$STATE/fetched"
    fi
}

build_keycloak() {
    local kind=dev-file
    [ "$DATABASE" = h2 ] || kind=postgres
    say 'Building Keycloak with the JAR ...'
    rm -rf "$KEYCLOAK/data" "$KEYCLOAK"/providers/*.jar
    cp "$jar" "$KEYCLOAK/providers/"
    "$KEYCLOAK/bin/kc.sh" build --db="$kind" > "$LOG" 2>&1 || die "Keycloak's build failed ($LOG has the details)"
}

start_keycloak() {
    say 'Starting Keycloak ...'
    "$KEYCLOAK/bin/kc.sh" start --optimized --cache=local --http-enabled=true --http-host=127.0.0.1 \
        --http-port="$PORT" --hostname="$URL" > "$LOG" 2>&1 &
    server=$!
    until curl -sf -o "$STATE/answer" "$URL/realms/master"; do
        kill -0 "$server" 2> /dev/null || die "Keycloak failed ($LOG has the details)"
        sleep 0.5
    done
    new_token
}

# token: of the first administrator, good for as long as a session of master may be idle.
new_token() {
    token=$(curl -sf "$URL/realms/master/protocol/openid-connect/token" -d grant_type=password -d client_id=admin-cli \
        -d username=admin -d password=admin | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
    [ -n "$token" ] || die "Keycloak gave no token ($LOG has the details)"
}

# api METHOD PATH [curl's arguments]: the answer.
api() {
    local method=$1 path=$2
    shift 2
    curl -sS --fail-with-body -X "$method" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
        "$URL/admin/realms$path" "$@"
}

psql_run() {
    PGPASSWORD=${MSP_MFA_BENCH_DB_PASSWORD:-} psql -X -q -v ON_ERROR_STOP=1 -U "${MSP_MFA_BENCH_DB_USER:-}" \
        "${MSP_MFA_BENCH_DB_URL#jdbc:}" "$@"
}

# seed FILE ROWS: runs FILE.sql with the numbers 1 to ROWS.
seed() {
    local file=benchmarks/$1.sql rows=$2
    if [ "$DATABASE" = h2 ]; then
        sed "s/@NUMBERS@/SYSTEM_RANGE(1, $rows)/g" "$file" > "$STATE/seed.sql"
        echo 'analyze;' >> "$STATE/seed.sql"
        "$JAVA_HOME/bin/java" -cp "$(find "$KEYCLOAK/lib/lib/main" -name 'com.h2database.h2-*.jar')" org.h2.tools.RunScript \
            -url "jdbc:h2:file:$KEYCLOAK/data/h2/keycloakdb;NON_KEYWORDS=VALUE" \
            -user "$KC_DB_USERNAME" -password "$KC_DB_PASSWORD" -script "$STATE/seed.sql" > "$LOG" 2>&1 \
            || die "H2 could not be seeded ($LOG has the details)"
    else
        sed "s/@NUMBERS@/generate_series(1, $rows) as g(X)/g" "$file" > "$STATE/seed.sql"
        { psql_run -f "$STATE/seed.sql" && psql_run -c 'vacuum analyze'; } > "$LOG" 2>&1 \
            || die "PostgreSQL could not be seeded ($LOG has the details)"
    fi
}

# repeat N PATH: N requests over one connection; status and milliseconds of each.
repeat() {
    curl -sS -o "$STATE/answer" -w '%{http_code} %{time_total}\n' -H "Authorization: Bearer $token" \
        "$URL/admin/realms/$2#[1-$1]" > "$STATE/times" # the fragment only counts; it is not sent
    if grep -qv '^200 ' "$STATE/times"; then
        die "GET $2 gave $(grep -v '^200 ' "$STATE/times" | cut -d ' ' -f 1 | head -1)"
    fi
}

# measure NAME ROUNDS PATH [TARGET]: a line of the table.
measure() {
    repeat $(($2 / 4)) "$3"
    repeat "$2" "$3"
    cut -d ' ' -f 2 "$STATE/times" | sort -n | awk -v name="$1" -v target="${4:-}" '
        { ms[NR] = $1 * 1000 }
        END {
            middle = int((NR + 1) / 2)
            high = int(NR * 0.95 + 0.999)
            printf "%-34s %5d %9.1f %9.1f", name, NR, ms[middle], ms[high]
            if (target) printf "   target %d ms: %s", target, (ms[high] <= target ? "met" : "missed")
            printf "\n"
        }'
}

# check_machine: whether everything is there; says which Keycloak's database is used.
check_machine() {
    [[ $DATABASE == h2 || $DATABASE == postgres ]] || die "say which database: $0 h2|postgres"
    need_jdk
    need_maven
    command -v curl > /dev/null || die 'curl is missing'
    if (exec 3<> "/dev/tcp/127.0.0.1/$PORT") 2> /dev/null; then
        die "port $PORT is taken; choose another by MSP_MFA_BENCH_PORT"
    fi
    export KC_DB_USERNAME=bench KC_DB_PASSWORD=bench # of H2, which takes the first that come
    if [ "$DATABASE" = postgres ]; then
        command -v psql > /dev/null || die 'psql is missing'
        [[ ${MSP_MFA_BENCH_DB_URL:-} == jdbc:postgresql://* ]] || die 'MSP_MFA_BENCH_DB_URL must be a jdbc:postgresql:// address'
        local realms
        realms=$(psql_run -At -c "select to_regclass('realm')") || die 'the database does not answer'
        [ -z "$realms" ] || die 'the database is in use by a Keycloak; this benchmark wants an empty one'
        export KC_DB_URL=$MSP_MFA_BENCH_DB_URL KC_DB_USERNAME=${MSP_MFA_BENCH_DB_USER:-} \
            KC_DB_PASSWORD=${MSP_MFA_BENCH_DB_PASSWORD:-}
    fi
}

# fill FILE ROWS: a Keycloak in whose database FILE.sql has been run, and with cold caches. Calls make_realm in between.
fill() {
    mkdir -p "$STATE"
    trap end_server EXIT
    trap 'exit 130' INT TERM HUP
    export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin
    export JAVA_OPTS_KC_HEAP='-Xms512m -Xmx1g' # the same on every machine
    find_jar
    fetch_keycloak
    build_keycloak
    start_keycloak
    api PUT /master -d '{"accessTokenLifespan": 1800}'
    new_token
    make_realm
    end_server # H2 has one user at a time, and figures start with cold caches
    say "Seeding ..."
    seed "$1" "$2"
    start_keycloak
    say "$(nproc) cores, load $(cut -d ' ' -f 1-3 /proc/loadavg), $("$JAVA_HOME/bin/java" -version 2>&1 | head -1), $jar"
}
