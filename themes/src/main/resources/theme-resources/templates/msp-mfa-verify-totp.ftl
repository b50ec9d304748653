<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up, verify: one code, or two from different time steps. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("otp1", "otp2", "userLabel"); section>
<#if section = "header">
<@ui.title "mspMfaVerifyTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaVerifyTitle"/>
<#elseif section = "form">
<#assign two = (mspMfa.otpsRequired!2) gt 1>
<#assign focus = "otp1">
<#if !messagesPerField.existsError("otp1")>
  <#if two && messagesPerField.existsError("otp2")><#assign focus = "otp2">
  <#elseif messagesPerField.existsError("userLabel")><#assign focus = "userLabel"></#if>
</#if>
<@ui.shell>
<@ui.steps/>
<p class="msp-mfa-lead">${msg(two?then("mspMfaVerifyTwo", "mspMfaVerifyOne"), mspMfa.entry!mspMfa.issuer!)}</p>
<@ui.form>
  <@ui.field name="otp1" kind="otp" label=msg(two?then("mspMfaVerifyFirst", "mspMfaVerifyCode")) autocomplete="one-time-code"
    focus=(focus == "otp1") missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!6)/>
  <#if two>
  <@ui.field name="otp2" kind="otp" label=msg("mspMfaVerifySecond") focus=(focus == "otp2") missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!6)>
    <#if mspMfa.secondsToNext??>
    <p class="msp-mfa-help" data-msp-mfa-next data-seconds="${mspMfa.secondsToNext?c}" data-period="${(mspMfa.periodSeconds!30)?c}"
       data-text="${msg("mspMfaVerifyNext", "{0}")}" data-one="${msg("mspMfaVerifyNextOne")}" data-now="${msg("mspMfaVerifyNextNow")}"><#t>
      <#if mspMfa.secondsToNext == 1>${msg("mspMfaVerifyNextOne")}<#else>${msg("mspMfaVerifyNext", mspMfa.secondsToNext?c)}</#if><#t>
    </p>
    </#if>
  </@ui.field>
  </#if>
  <@ui.field name="userLabel" label=msg("mspMfaVerifyLabel") value=(mspMfa.userLabel!) hint=msg("mspMfaVerifyLabelHelp") maxlength=60 focus=(focus == "userLabel")/>
  <@ui.timer>${msg("mspMfaVerifyTimerThen")}</@ui.timer>
  <@ui.actions>
    <@ui.button name="verify">${msg("mspMfaVerifySubmit")}</@ui.button>
    <@ui.button kind="link" name="back" skipChecks=true>${msg("mspMfaVerifyBack")}</@ui.button>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
