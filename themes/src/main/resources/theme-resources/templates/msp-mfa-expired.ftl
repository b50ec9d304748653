<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up: the QR code has expired. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("mspMfaExpiredTitle")}
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaExpiredTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<p class="msp-mfa-lead">${msg("mspMfaExpired")}</p>
<p class="msp-mfa-help">${msg("mspMfaExpiredHelp")}</p>
<@ui.form>
  <@ui.actions><@ui.button name="again">${msg("mspMfaExpiredAgain")}</@ui.button></@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
