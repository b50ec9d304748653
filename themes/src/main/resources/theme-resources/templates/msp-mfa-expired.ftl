<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up: the QR code has expired. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout; section>
<#if section = "header">
<@ui.title "mspMfaExpiredTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaExpiredTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if mspMfa.entry??>
<p class="msp-mfa-lead">${msg("mspMfaExpiredReplace")}</p>
<p class="msp-mfa-help">${msg("mspMfaExpiredReplaceHelp", mspMfa.entry)}</p>
<#else>
<p class="msp-mfa-lead">${msg("mspMfaExpired")}</p>
<p class="msp-mfa-help">${msg("mspMfaExpiredHelp")}</p>
</#if>
<@ui.form>
  <@ui.actions>
    <@ui.button name="again">${msg("mspMfaExpiredAgain")}</@ui.button>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
