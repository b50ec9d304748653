<#ftl output_format="plainText">
<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     The last line lets phones fill the code in, on the right page only (https://wicg.github.io/sms-one-time-codes/). -->
${msg("mspMfaMailCodeTitle")}

${msg("mspMfaMailCodeWhat", mspMfa.organisation, mspMfa.minutes?c)}

${mspMfa.code}

${msg("mspMfaMailCodeNever")}
${msg("mspMfaMailCodeNotYou")}
<#if mspBrand?has_content>

<#include "msp-mfa-foot.ftl">
</#if>

@${mspMfa.host} #${mspMfa.code}
