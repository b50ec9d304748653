<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Too many wrong codes ended the login. Never reveals whether the last one was correct. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<@ui.title "mspMfaLockedTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaLockedTitle"/>
<#elseif section = "form">
<@ui.shell>
<#if locked gt 0>
<@ui.wait locked>${msg("mspMfaLockedWait")}</@ui.wait>
<#elseif locked lt 0>
<@ui.notice tone="danger" title=msg("mspMfaLockedAdminTitle") role="alert"><p>${msg("mspMfaLockedAdmin")}</p></@ui.notice>
<#else>
<@ui.notice tone="danger" title=msg("mspMfaLockedEnded") role="alert"><p>${msg("mspMfaLockedAgain")}</p></@ui.notice>
</#if>
<p class="msp-mfa-help">${msg("mspMfaLockedNotYou")}</p>
<div class="msp-mfa-actions">
  <a class="msp-mfa-restart" id="msp-mfa-restart" href="${url.loginRestartFlowUrl}">${msg("mspMfaLockedRestart")}</a>
</div>
</@ui.shell>
</#if>
</@layout.registrationLayout>
