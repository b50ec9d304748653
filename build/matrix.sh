# Sourced by ./verify: tries the packed JAR on each supported Keycloak and Java, with a short choice of the tests.
# shellcheck shell=bash
. build/databases.sh

# What a login and an administrator need, and what differs between the releases of Keycloak.
readonly SMOKE=StartUpIT,StockSmokeIT,EnrolmentIT,EnrolmentRaceIT,ChallengeIT,BackupCodesIT,DetectorIT,PasswordGrantIT,PolicyApiIT,SessionWithoutProofIT,RolesAndOrganisationsIT,EmailIT,SmsIT,AmrIT,TrustedDevicesIT,AdaptiveIT,BrandPagesIT,BrandMailsIT,NotificationsIT,ActivityIT,CsvExportIT,TenantsApiIT,TenantRowsIT,TenantsActivityIT,UserFiltersIT,ConsoleIT,ConsoleStoryIT

# What asks the database for more than single rows, locks rows, or lets many requests meet in one.
readonly STORED=StartUpIT,RestartIT,ClusterIT,EnrolmentRaceIT,LockIT,TrustedDevicesIT,AdaptiveIT,ActivityIT,ActivityChainIT,OldActivityIT,TenantsActivityIT,TenantsApiIT,TenantRowsIT,UsersApiIT,UserFiltersIT,CsvExportIT,BulkListIT,AdminSqlIT,NotificationsIT,ConsoleStoryIT

# Keycloak, Java, optional features of Keycloak, database, tests. README's table of supported versions says what came of it.
readonly MATRIX=(
    "26.7.4 17 - dev-mem $SMOKE"
    "26.7.4 25 - dev-mem $SMOKE"
    "26.7.4 17 stateless dev-mem $SMOKE"
    "26.7.4 17 - postgres $STORED"
    "26.7.4 17 - mariadb $STORED"
    "26.7.0 17 - dev-mem $SMOKE"
    "26.6.4 17 - dev-mem $SMOKE"
    "26.6.4 25 - dev-mem $SMOKE"
    "26.5.7 17 - dev-mem ClosedRealmIT"
)

# The folder of a Java of major version $1.
java_home() {
    local home
    for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
        if [ -x "$home/bin/javac" ] && [ "$(jdk_version "$home")" = "$1" ]; then
            printf '%s' "$home"
            return 0
        fi
    done
    return 1
}

# One row. Formats and styles were checked by ./verify itself.
try_row() {
    local keycloak=$1 java=$2 features=${3#-} database=$4 tests=$5 more=()
    if [ "$database" != dev-mem ]; then
        "need_$database" && start_database "$database" || return 1
        more=("-Dit.databaseServer=$DATABASE_SERVER")
    fi
    mvn -B -ntp verify -pl it-tests -am -Dspotless.check.skip -Dcheckstyle.skip -Denforcer.skip \
        -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test="$tests" -Dit.forks=1 \
        -Dit.keycloak="$keycloak" -Dit.java="$java" -Dit.features="$features" -Dit.database="$database" "${more[@]}"
}

# All rows, then what came of each; fails if one of them has.
try_matrix() {
    local row keycloak java features database tests home result report='' failed=0
    trap stop_database EXIT
    for row in "${MATRIX[@]}"; do
        read -r keycloak java features database tests <<< "$row"
        printf '\n== Keycloak %s, Java %s, features: %s, database: %s\n' "$keycloak" "$java" "$features" "$database"
        if ! home=$(java_home "$java"); then
            result="not tried, since there is no JDK $java on this machine"
        elif try_row "$keycloak" "$home" "$features" "$database" "$tests"; then
            result=passed
        else
            result=FAILED
            failed=1
        fi
        stop_database
        report+=$(printf '%-8s %-4s %-10s %-9s %s' "$keycloak" "$java" "$features" "$database" "$result")$'\n'
    done
    printf '\nKeycloak Java features   database  result\n%s' "$report"
    return "$failed"
}
