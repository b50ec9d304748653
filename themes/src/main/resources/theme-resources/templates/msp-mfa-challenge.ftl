<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Asks for the second factor at login, and again before a change ("confirm"). -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign confirm = (mspMfa.purpose!) == "confirm">
<#assign title = confirm?then("mspMfaConfirmTitle", "mspMfaChallengeTitle")>
<#-- A code that was sent, rather than one from an app. -->
<#assign sent = (mspMfa.sentTo!)?has_content>
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
<#if section = "header">
<@ui.title title/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername title/>
<#elseif section = "form">
<@ui.shell>
<@ui.obstacles/>
<#if !sent><p class="msp-mfa-lead">${msg(confirm?then("mspMfaConfirm", "mspMfaChallenge"), mspMfa.appName!mspMfa.issuer!)}</p>
<#elseif ui.hasSentCode()><p class="msp-mfa-lead">${msg(confirm?then("mspMfaSentCodeConfirm", "mspMfaSentCodeChallenge"), mspMfa.issuer!, ui.whole(mspMfa.sentTo))}</p></#if>
<@ui.delivery/>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<#if locked lt 0><@ui.notice tone="danger" title=msg("mspMfaLockedAdminTitle") role="alert"><p>${msg("mspMfaLockedAdmin")}</p></@ui.notice></#if>
<@ui.form kind="challenge">
  <#if !sent>
  <@ui.field name="code" kind="otp" autocomplete="one-time-code" focus=true missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!6)
    label=(mspMfa.deviceLabel!)?has_content?then(msg("mspMfaChallengeCodeFrom", mspMfa.deviceLabel!), msg("mspMfaChallengeCode"))/>
  <#elseif ui.hasSentCode()><@ui.sentCode/></#if>
  <#if !sent || ui.hasSentCode()><@ui.rememberDevice/></#if>
  <@ui.actions>
    <#if !sent || ui.hasSentCode()><@ui.button>${msg(confirm?then("mspMfaConfirmSubmit", "mspMfaChallengeSubmit"))}</@ui.button></#if>
    <#if sent><@ui.sendAgain kind=ui.hasSentCode()?then("secondary", "primary")/></#if>
    <@ui.otherWays/>
  </@ui.actions>
</@ui.form>
<#if !(mspMfa.others![])?has_content><p class="msp-mfa-help msp-mfa-foot">${sent?then(msg("mspMfaSentCodeNoOther" + ui.channel()), msg("mspMfaChallengeNoBackup"))}</p></#if>
</@ui.shell>
</#if>
</@layout.registrationLayout>
