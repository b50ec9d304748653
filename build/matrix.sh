# Sourced by ./verify: tries the packed JAR on each supported Keycloak and Java, with a short choice of the tests.
# shellcheck shell=bash

# What a login and an administrator need, and what differs between the releases of Keycloak.
readonly SMOKE=StartUpIT,StockSmokeIT,EnrolmentIT,EnrolmentRaceIT,ChallengeIT,BackupCodesIT,DetectorIT,PasswordGrantIT,PolicyApiIT,SessionWithoutProofIT,RolesAndOrganisationsIT,EmailIT,SmsIT,AmrIT,TrustedDevicesIT,AdaptiveIT,BrandPagesIT,BrandMailsIT

# Keycloak, Java, optional features of Keycloak, tests. README's table of supported versions says what came of it.
readonly MATRIX=(
    "26.7.4 17 - $SMOKE"
    "26.7.4 25 - $SMOKE"
    "26.7.4 17 stateless $SMOKE"
    "26.7.0 17 - $SMOKE"
    "26.6.4 17 - $SMOKE"
    "26.6.4 25 - $SMOKE"
    "26.5.7 17 - ClosedRealmIT"
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
    local keycloak=$1 java=$2 features=${3#-} tests=$4
    mvn -B -ntp verify -pl it-tests -am -Dspotless.check.skip -Dcheckstyle.skip -Denforcer.skip \
        -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test="$tests" -Dit.forks=1 \
        -Dit.keycloak="$keycloak" -Dit.java="$java" -Dit.features="$features"
}

# All rows, then what came of each; fails if one of them has.
try_matrix() {
    local row keycloak java features tests home result report='' failed=0
    for row in "${MATRIX[@]}"; do
        read -r keycloak java features tests <<< "$row"
        printf '\n== Keycloak %s, Java %s, features: %s\n' "$keycloak" "$java" "$features"
        if ! home=$(java_home "$java"); then
            result="not tried, since there is no JDK $java on this machine"
        elif try_row "$keycloak" "$home" "$features" "$tests"; then
            result=passed
        else
            result=FAILED
            failed=1
        fi
        report+=$(printf '%-8s %-4s %-10s %s' "$keycloak" "$java" "$features" "$result")$'\n'
    done
    printf '\nKeycloak Java features   result\n%s' "$report"
    return "$failed"
}
