<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up, scan: the QR code, its key on a click, and the time until it expires. With the fields for its codes if the backup codes come last. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign byLink = (mspMfa.byLink!false) && !(mspMfa.generated!false)>
<#assign asks = (mspMfa.asksForCodes!false) && (mspMfa.generated!false)>
<#assign title = byLink?then("mspMfaLinkTitle", "mspMfaTotpTitle")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("otp1", "otp2", "userLabel"); section>
<#if section = "header">
<@ui.title title/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername title/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if mspMfa.generated!false>
<#if mspMfa.entry??>
<#assign replaces = mspMfa.replaces!true>
<@ui.notice title=msg(replaces?then("mspMfaTotpReplaceTitle", "mspMfaTotpBesideTitle"))>
  <p>${msg(replaces?then("mspMfaTotpReplace", "mspMfaTotpBeside"), mspMfa.entry)}</p>
</@ui.notice>
</#if>
<ol class="msp-mfa-todo">
  <li>${msg("mspMfaTotpOpenApp")}</li>
  <li>${msg("mspMfaTotpAdd")}</li>
  <li>${msg("mspMfaTotpScan")}</li>
</ol>
<@apps/>
<div class="msp-mfa-scan">
  <#assign qrAlt = msg("mspMfaTotpQrAlt", mspMfa.appName!mspMfa.issuer!, mspMfa.entry!mspMfa.account!)>
  <#if mspMfa.revealOnClick!true>
  <button type="button" class="msp-mfa-qr" id="msp-mfa-reveal" aria-expanded="false" aria-controls="msp-mfa-key" disabled>
    <img id="msp-mfa-qr" src="${mspMfa.qr!}" alt="${qrAlt}">
    <span class="msp-mfa-sr">${msg("mspMfaTotpReveal")}</span>
  </button>
  <#else>
  <div class="msp-mfa-qr"><img id="msp-mfa-qr" src="${mspMfa.qr!}" alt="${qrAlt}"></div>
  </#if>
  <div class="msp-mfa-scan-side">
    <@ui.account/>
    <@ui.timer>${msg("mspMfaTotpTimerThen")}</@ui.timer>
  </div>
</div>
<#if mspMfa.revealOnClick!true>
<details class="msp-mfa-key-box" id="msp-mfa-key-details">
  <summary class="msp-mfa-summary"><@ui.icon "chevron"/><span>${msg("mspMfaTotpCannotScan")}</span></summary>
  <@key/>
</details>
<#else>
<div class="msp-mfa-key-box">
  <p class="msp-mfa-label">${msg("mspMfaTotpKeyLabel")}</p>
  <@key/>
</div>
</#if>
<#if asks><p class="msp-mfa-lead">${msg(((mspMfa.otpsRequired!2) gt 1)?then("mspMfaVerifyTwo", "mspMfaVerifyOne"), mspMfa.entry!mspMfa.appName!mspMfa.issuer!)}</p></#if>
<@ui.form>
  <#if asks><@ui.newAppFields focusFirst=false/></#if>
  <@ui.actions>
    <#if asks><@ui.button name="verify">${msg("mspMfaVerifySubmit")}</@ui.button>
    <#else><@ui.button name="next">${msg("mspMfaTotpNext")}</@ui.button></#if>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
<#else>
<#if byLink>
<p class="msp-mfa-lead">${msg("mspMfaLinkFor")}</p>
<@ui.account/>
<#else>
<p class="msp-mfa-lead">${msg("mspMfaTotpBefore")}</p>
</#if>
<ul class="msp-mfa-list">
  <li>${msg("mspMfaTotpBeforeApp")}</li>
  <li>${msg("mspMfaTotpBeforeAlone")}</li>
</ul>
<@apps/>
<#if !byLink><@ui.account/></#if>
<@ui.form>
  <@ui.actions>
    <@ui.button name="generate">${msg("mspMfaTotpGenerate")}</@ui.button>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
</#if>
</@ui.shell>
</#if>
</@layout.registrationLayout>

<#macro apps>
<p class="msp-mfa-help">${msg("mspMfaTotpApps")}</p>
</#macro>

<#macro key>
<div class="msp-mfa-key">
  <code id="msp-mfa-key" dir="ltr">${mspMfa.key!}</code>
  <@ui.tool id="msp-mfa-copy-key" symbol="copy">${msg("mspMfaCopyKey")}</@ui.tool>
</div>
<p class="msp-mfa-help">${msg("mspMfaTotpKeyHelp")}</p>
</#macro>
