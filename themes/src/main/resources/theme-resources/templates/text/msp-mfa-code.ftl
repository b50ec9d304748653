<#ftl output_format="plainText">
<#-- Copyright the Keycloak MSP MFA authors
     SPDX-License-Identifier: Apache-2.0

     The last line lets phones fill the code in, on the right page only (https://wicg.github.io/sms-one-time-codes/). -->
${msg("mspMfaMailCodeTitle")}

${msg("mspMfaMailCodeWhat", mspMfa.organisation, mspMfa.minutes?c)}

${mspMfa.code}

${msg("mspMfaMailCodeNever")}
${msg("mspMfaMailCodeNotYou")}
<#assign foot><#include "msp-mfa-foot.ftl"></#assign>
<#if foot?trim?has_content>

${foot?trim}
</#if>

@${mspMfa.host} #${mspMfa.code}
