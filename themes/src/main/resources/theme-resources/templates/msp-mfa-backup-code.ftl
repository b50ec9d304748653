<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Asks for a backup code instead of a code from the app. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign confirm = (mspMfa.purpose!) == "confirm">
<#assign locked = mspMfa.lockedSeconds!0>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("backupCode"); section>
<#if section = "header">
<@ui.title "mspMfaBackupCodeTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaBackupCodeTitle"/>
<#elseif section = "form">
<@ui.shell>
<@ui.obstacles/>
<@ui.notice tone="warning" title=msg("mspMfaBackupCodeEmergency")><p>${msg("mspMfaBackupCodeSparingly")}</p></@ui.notice>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<#if locked lt 0><@ui.notice tone="danger" title=msg("mspMfaLockedAdminTitle") role="alert"><p>${msg("mspMfaLockedAdmin")}</p></@ui.notice></#if>
<@ui.form>
  <@ui.field name="backupCode" kind="backup" label=msg("mspMfaBackupCodeLabel") hint=msg("mspMfaBackupCodeHelp") focus=true missing=msg("mspMfaBackupCodeMissing")/>
  <@ui.actions>
    <@ui.button>${msg(confirm?then("mspMfaConfirmSubmit", "mspMfaChallengeSubmit"))}</@ui.button>
    <@ui.otherWays/>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>
