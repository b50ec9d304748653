<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Asks for the second factor at login, and again before a change ("confirm"). -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign confirm = (mspMfa.purpose!) == "confirm">
<#assign title = confirm?then("mspMfaConfirmTitle", "mspMfaChallengeTitle")>
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
<#if section = "header">
<@ui.title title/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername title/>
<#elseif section = "form">
<@ui.shell>
<p class="msp-mfa-lead">${msg(confirm?then("mspMfaConfirm", "mspMfaChallenge"), mspMfa.issuer!)}</p>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<#if locked lt 0><@ui.notice tone="danger" title=msg("mspMfaLockedAdminTitle") role="alert"><p>${msg("mspMfaLockedAdmin")}</p></@ui.notice></#if>
<@ui.form kind="challenge">
  <@ui.field name="code" kind="otp" autocomplete="one-time-code" focus=true missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!6)
    label=(mspMfa.deviceLabel!)?has_content?then(msg("mspMfaChallengeCodeFrom", mspMfa.deviceLabel!), msg("mspMfaChallengeCode"))/>
  <@ui.actions>
    <@ui.button>${msg(confirm?then("mspMfaConfirmSubmit", "mspMfaChallengeSubmit"))}</@ui.button>
    <@ui.otherWays/>
  </@ui.actions>
</@ui.form>
<#if !(mspMfa.others![])?has_content><p class="msp-mfa-help msp-mfa-foot">${msg("mspMfaChallengeNoBackup")}</p></#if>
</@ui.shell>
</#if>
</@layout.registrationLayout>
