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
<@ui.shell>
<@ui.steps/>
<p class="msp-mfa-lead">${msg(two?then("mspMfaVerifyTwo", "mspMfaVerifyOne"), mspMfa.entry!mspMfa.appName!mspMfa.issuer!)}</p>
<@ui.form>
  <@ui.newAppFields/>
  <@ui.timer>${msg("mspMfaVerifyTimerThen")}</@ui.timer>
  <@ui.actions>
    <@ui.button name="verify">${msg("mspMfaVerifySubmit")}</@ui.button>
    <@ui.button kind="link" name="back" skipChecks=true>${msg("mspMfaVerifyBack")}</@ui.button>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
