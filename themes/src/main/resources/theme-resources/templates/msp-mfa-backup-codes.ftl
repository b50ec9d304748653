<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Shows the backup codes, once. If there are none to show, they have been shown before, and only a new set can be shown. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign codes = mspMfa.codes![]>
<#assign shown = codes?size gt 0>
<#if shown><@ui.noLanguageSwitch/></#if>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("saved"); section>
<#if section = "header">
<@ui.title "mspMfaBackupCodesTitle"/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername "mspMfaBackupCodesTitle"/>
<#elseif section = "form">
<@ui.shell print=shown>
<@ui.steps/>
<#if shown>
<#if (mspMfa.reason!) == "renewal"><p class="msp-mfa-lead">${msg("mspMfaBackupCodesRenewal")}</p>
<#elseif (mspMfa.reason!) == "used-up"><p class="msp-mfa-lead">${msg("mspMfaBackupCodesUsedUp")}</p></#if>
<@ui.notice tone="warning" title=msg("mspMfaBackupCodesOnce")>
  <p>${msg("mspMfaBackupCodesWhy")}</p>
</@ui.notice>
<div class="msp-mfa-sheet">
  <div class="msp-mfa-sheet-head">
    <p class="msp-mfa-sheet-title">${msg("mspMfaBackupCodesSheet", mspMfa.issuer!)}</p>
    <p><bdi>${mspMfa.account!}</bdi></p>
    <p>${mspMfa.date!}</p>
  </div>
  <ol class="msp-mfa-codes" id="msp-mfa-codes" aria-label="${msg("mspMfaBackupCodesList")}" dir="ltr">
    <#list codes as code><li>${code}</li></#list>
  </ol>
</div>
<div class="msp-mfa-tools">
  <a class="msp-mfa-tool" id="msp-mfa-download" download="${mspMfa.fileName!"backup-codes.txt"}" href="data:text/plain;charset=utf-8,${file()?url("UTF-8")}"><@ui.icon "download"/><span>${msg("mspMfaDownload")}</span></a>
  <@ui.tool id="msp-mfa-copy" symbol="copy">${msg("mspMfaCopy")}</@ui.tool>
  <@ui.tool id="msp-mfa-print" symbol="print">${msg("mspMfaPrint")}</@ui.tool>
</div>
<#else>
<@ui.notice tone="info" title=msg("mspMfaBackupCodesGoneTitle")>
  <p>${msg("mspMfaBackupCodesGone")}</p>
</@ui.notice>
</#if>
<@ui.form>
  <#assign error = messagesPerField.existsError("saved")?then(messagesPerField.get("saved")!, "")>
  <div class="msp-mfa-field<#if error?has_content> msp-mfa-field-invalid</#if>">
    <div class="msp-mfa-check">
      <input type="checkbox" id="saved" name="saved" value="true" required data-msp-mfa-missing="${msg("mspMfaSavedMissing")}"<#if error?has_content> aria-invalid="true" aria-describedby="saved-error" autofocus</#if>>
      <label for="saved">${msg("mspMfaSaved")}</label>
    </div>
    <p class="msp-mfa-error" id="saved-error" role="alert"<#if !error?has_content> hidden</#if>><#if error?has_content><@ui.icon "error"/><span>${error}</span></#if></p>
  </div>
  <@ui.actions>
    <@ui.button name="next">${msg("mspMfaContinue")}</@ui.button>
    <#if !shown><@ui.button kind="secondary" name="renew" skipChecks=true>${msg("mspMfaBackupCodesRenew")}</@ui.button></#if>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
</@ui.shell>
</#if>
</@layout.registrationLayout>

<#function file>
  <#local lines = [
    msg("mspMfaBackupCodesSheet", mspMfa.issuer!),
    mspMfa.account!,
    mspMfa.date!,
    "",
    msg("mspMfaBackupCodesFileWarning"),
    ""]>
  <#list codes as code><#local lines = lines + [code?counter?c?left_pad(2) + ". " + code]></#list>
  <#return lines?join("\r\n") + "\r\n">
</#function>
