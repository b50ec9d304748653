<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- After a set-up, or after a login with a backup code. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign used = (mspMfa.event!) == "backup-code-used">
<#assign remaining = mspMfa.remaining!0>
<@layout.registrationLayout; section>
<#if section = "header">
<@ui.title used?then("mspMfaDoneUsedTitle", "mspMfaDoneTitle")/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername used?then("mspMfaDoneUsedTitle", "mspMfaDoneTitle")/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if used>
<p class="msp-mfa-lead">${msg("mspMfaDoneUsed")} <@left/></p>
<#if mspMfa.low!false>
<@ui.notice tone="warning" title=msg("mspMfaDoneLowTitle")><p>${msg("mspMfaDoneLow")}</p></@ui.notice>
</#if>
<p class="msp-mfa-help">${msg("mspMfaDoneLost")}</p>
<#else>
<@ui.notice tone="success" title=msg("mspMfaDoneOn")><p>${msg((mspMfa.adaptive!false)?then("mspMfaDoneNextRisk", "mspMfaDoneNext"))}</p></@ui.notice>
<p class="msp-mfa-lead"><#if mspMfa.remaining?? && remaining == 0><@left/><#else>${msg("mspMfaDoneKeep")}</#if></p>
</#if>
<@ui.form>
  <@ui.actions>
    <@ui.button name="finish">${msg(used?then("mspMfaContinue", "mspMfaFinish"))}</@ui.button>
    <#if mspMfa.low!false><@ui.button kind="secondary" name="newCodes">${msg("mspMfaDoneNewCodes")}</@ui.button></#if>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>

<#macro left><#if remaining == 0>${msg("mspMfaLeftNone")}<#elseif remaining == 1>${msg("mspMfaLeftOne")}<#else>${msg("mspMfaLeft", remaining?c)}</#if></#macro>
