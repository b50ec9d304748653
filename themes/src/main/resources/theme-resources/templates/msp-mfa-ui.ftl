<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#--
  The parts that all pages share. Nothing here relies on a theme's own macros or on a class being defined: a page has to work
  under keycloak.v2, keycloak, base and any custom theme, so theme classes are used where the theme names them and
  msp-mfa.css carries the rest. No inline script, style or handler: a realm may set a strict Content-Security-Policy.
-->

<#--
  The language that our texts are in: not the page's, if there are none of ours in that language. Screen readers and the
  direction of the text depend on it.
-->
<#macro ourLanguage>lang="${msg("mspMfaLanguage")}" dir="${msg("mspMfaTextDirection")}"</#macro>

<#macro title key><span <@ourLanguage/>>${msg(key)}</span></#macro>

<#-- Removes the language switch from a page that shows something once: another language would load it again, without that. -->
<#macro noLanguageSwitch><#if locale??><#global locale = locale + {"supported": []}></#if></#macro>

<#-- Our general message, if there is one. Not left to the theme, which would show it in the language of the page. -->
<#macro generalMessage>
<#if message?has_content>
<#local failed = message.type == "error">
<@notice tone=failed?then("danger", message.type) role=failed?then("alert", "status")><p class="kc-feedback-text">${message.summary}</p></@notice>
</#if>
</#macro>

<#-- All of a page below its title. "plain": the theme has no button style, so ours is used. -->
<#macro shell print=false>
<div class="msp-mfa<#if !(properties.kcButtonClass!)?has_content> msp-mfa-plain</#if>" <@ourLanguage/>
     data-copied="${msg("mspMfaCopied")}" data-copy-failed="${msg("mspMfaCopyFailed")}">
<link href="${url.resourcesPath}/css/msp-mfa.css" rel="stylesheet">
<#if print><link href="${url.resourcesPath}/css/msp-mfa-print.css" rel="stylesheet" media="print"></#if>
<#nested>
<p class="msp-mfa-sr" id="msp-mfa-announce" role="status" aria-live="polite"></p>
</div>
<script type="module" src="${url.resourcesPath}/js/msp-mfa.js"></script>
</#macro>

<#-- Themes built on the old layout print the user name instead of the page title as soon as the user is known. -->
<#macro titleInsteadOfUsername key>
<#if !(properties.kcLoginMainTitle!)?has_content><h1 class="msp-mfa-title"><@title key/></h1></#if>
</#macro>

<#macro form kind="">
<form id="msp-mfa-form" class="msp-mfa-form" action="${url.loginAction}" method="post"<#if kind?has_content> data-msp-mfa-form="${kind}"</#if>>
<#nested>
</form>
</#macro>

<#macro steps>
<#local list = mspMfa.steps![]>
<#if list?size gt 1>
<#local current = 0>
<#list list as step><#if step.state == "current"><#local current = step?counter></#if></#list>
<div class="msp-mfa-progress">
  <#if current gt 0><p class="msp-mfa-progress-text" id="msp-mfa-progress-text">${msg("mspMfaStepOf", current?c, list?size?c)}</p></#if>
  <ol class="msp-mfa-steps" <#if current gt 0>aria-labelledby="msp-mfa-progress-text"<#else>aria-label="${msg("mspMfaSteps")}"</#if>>
    <#list list as step>
    <li class="msp-mfa-step msp-mfa-step-${step.state}"<#if step.state == "current"> aria-current="step"</#if>>
      <span class="msp-mfa-step-name">${msg("mspMfaStep" + step.name?cap_first)}</span>
      <#if step.state == "done"><span class="msp-mfa-sr">${msg("mspMfaStepDone")}</span></#if>
    </li>
    </#list>
  </ol>
</div>
</#if>
</#macro>

<#macro account>
<div class="msp-mfa-account">
  <span class="msp-mfa-issuer"><bdi>${mspMfa.appName!mspMfa.issuer!}</bdi></span>
  <span class="msp-mfa-user"><bdi><#list (mspMfa.account!)?split("@") as part>${part}<#sep><wbr>@</#list></bdi></span>
</div>
</#macro>

<#-- Which factor a page is about. -->
<#macro factor what>
<div class="msp-mfa-row msp-mfa-row-alone">
  <@icon what.icon!"key"/>
  <div class="msp-mfa-row-text">
    <p class="msp-mfa-row-title"><#if (what.title!)?has_content>${msg(what.title)}</#if><#if (what.label!)?has_content> <bdi class="msp-mfa-row-label">${what.label}</bdi></#if></p>
    <#if (what.since!)?has_content><p class="msp-mfa-help">${msg("mspMfaManageAdded", what.since)}</p></#if>
  </div>
</div>
</#macro>

<#-- A note to read before continuing. tone: info, success, warning, danger. -->
<#macro notice tone="info" title="" role="">
<#local icons = {"info": "info", "success": "check", "warning": "warning", "danger": "warning"}>
<div class="msp-mfa-notice msp-mfa-notice-${tone}"<#if role?has_content> role="${role}"</#if>>
  <@icon icons[tone]/>
  <div class="msp-mfa-notice-text">
    <#if title?has_content><p class="msp-mfa-notice-title">${title}</p></#if>
    <#nested>
  </div>
</div>
</#macro>

<#function clock seconds>
  <#local left = [seconds, 0]?max>
  <#return (left / 60)?int?string("00") + ":" + (left % 60)?string("00")>
</#function>

<#-- The time until the QR code expires. Without JavaScript, a refresh then reloads the page. -->
<#macro timer>
<#if mspMfa.secondsLeft?? && mspMfa.refreshUrl??>
<div class="msp-mfa-timer" data-msp-mfa-timer data-seconds="${mspMfa.secondsLeft?c}" data-url="${mspMfa.refreshUrl}"
     data-say="${msg("mspMfaTimerSay", "{0}")}">
  <p class="msp-mfa-timer-line">
    <@icon "clock"/>
    <span class="msp-mfa-timer-label" id="msp-mfa-timer-label">${msg("mspMfaTimerLabel")}</span>
    <span id="msp-mfa-timer" class="msp-mfa-timer-value" role="timer" aria-labelledby="msp-mfa-timer-label msp-mfa-timer" dir="ltr">${clock(mspMfa.secondsLeft)}</span>
  </p>
  <progress class="msp-mfa-bar" aria-hidden="true" max="${(mspMfa.lifetimeSeconds!mspMfa.secondsLeft)?c}" value="${mspMfa.secondsLeft?c}"></progress>
  <p class="msp-mfa-help"><#nested></p>
  <noscript>
    <p class="msp-mfa-help">${msg("mspMfaTimerNoScript")}</p>
    <meta http-equiv="refresh" content="${([mspMfa.secondsLeft, 0]?max + 1)?c};url=${mspMfa.refreshUrl}">
  </noscript>
</div>
</#if>
</#macro>

<#-- How long to wait after too many wrong codes. The number is outside the alert, so that it is not read out every second. -->
<#macro wait seconds>
<div class="msp-mfa-wait" data-msp-mfa-wait data-seconds="${seconds?c}" data-over="${msg("mspMfaWaitOver")}">
  <@notice tone="danger" title=msg("mspMfaWaitTitle") role="alert">
    <p><#nested></p>
  </@notice>
  <p class="msp-mfa-wait-line" data-msp-mfa-wait-line>
    <@icon "clock"/>
    <span id="msp-mfa-wait-label">${msg("mspMfaWaitLabel")}</span>
    <span id="msp-mfa-wait" class="msp-mfa-timer-value" role="timer" aria-labelledby="msp-mfa-wait-label msp-mfa-wait" dir="ltr">${clock(seconds)}</span>
  </p>
</div>
</#macro>

<#--
  A field with its label, hint and error. kind: otp (digits), backup (a backup code), phone (a number) or text.
  "missing" is what the script says if the field is submitted empty; without a script, the browser reports it.
-->
<#macro field name label kind="text" value="" hint="" missing="" focus=false autocomplete="off" digits=6 maxlength=0>
<#local error = messagesPerField.existsError(name)?then(messagesPerField.get(name)!, "")>
<#local described = []>
<#if hint?has_content><#local described = described + [name + "-hint"]></#if>
<#if error?has_content><#local described = described + [name + "-error"]></#if>
<div class="msp-mfa-field<#if error?has_content> msp-mfa-field-invalid</#if>">
  <label class="msp-mfa-label" for="${name}">${label}</label>
  <input class="msp-mfa-input msp-mfa-input-${kind}" id="${name}" name="${name}" type="${(kind == "phone")?then("tel", "text")}" value="${value}" autocomplete="${autocomplete}"
    <#if kind == "otp">inputmode="numeric" maxlength="16" dir="ltr" spellcheck="false" data-msp-mfa-digits="${digits?c}"
    <#elseif kind == "backup">maxlength="64" dir="ltr" autocapitalize="characters" autocorrect="off" spellcheck="false" data-msp-mfa-backup
    <#elseif kind == "phone">maxlength="${maxlength?c}" dir="ltr" spellcheck="false"
    <#elseif maxlength gt 0>maxlength="${maxlength?c}"</#if>
    <#if missing?has_content>required data-msp-mfa-missing="${missing}"</#if>
    <#if focus>autofocus</#if>
    <#if error?has_content>aria-invalid="true"</#if>
    <#if described?has_content>aria-describedby="${described?join(" ")}"</#if>>
  <p class="msp-mfa-error" id="${name}-error" role="alert"<#if !error?has_content> hidden</#if>><#if error?has_content><@icon "error"/><span>${error}</span></#if></p>
  <#if hint?has_content><p class="msp-mfa-help" id="${name}-hint">${hint}</p></#if>
  <#nested>
</div>
</#macro>

<#-- kind: primary, secondary or link. The primary button comes first in a form, because Enter presses the first one. -->
<#macro button kind="primary" name="" value="true" block=true skipChecks=false disabled=false describedBy="" id="">
<#local second = (properties.kcButtonClass!)?contains("pf-")?then("pf-m-secondary", properties.kcButtonDefaultClass!)>
<#local theme = {
  "primary":   (properties.kcButtonClass!) + " " + (properties.kcButtonPrimaryClass!),
  "secondary": (properties.kcButtonClass!) + " " + (properties.kcButtonSecondaryClass!second),
  "link":      (properties.kcButtonClass!) + " " + (properties.kcButtonLinkClass!"pf-m-link")
}>
<button type="submit" class="${theme[kind]} <#if block>${properties.kcButtonBlockClass!} msp-mfa-button-block</#if> msp-mfa-button msp-mfa-button-${kind}"
  <#if id?has_content>id="${id}"</#if>
  <#if name?has_content>name="${name}" value="${value}"</#if>
  <#if skipChecks>formnovalidate</#if>
  <#if describedBy?has_content>aria-describedby="${describedBy}"</#if>
  <#if disabled>disabled</#if>><#nested></button>
</#macro>

<#-- Back to the choice of a method, if there is one. -->
<#macro otherMethod>
<#if mspMfa.otherMethods!false><@button kind="link" name="otherMethod" skipChecks=true>${msg("mspMfaOtherMethod")}</@button></#if>
</#macro>

<#-- Fields for one or two codes of an app that is being set up, and for the name of its device. Below a QR code, the first must not be focused: it would scroll the QR code away. -->
<#macro newAppFields focusFirst=true>
<#local two = (mspMfa.otpsRequired!2) gt 1>
<#local focus = (focusFirst || messagesPerField.existsError("otp1"))?then("otp1", "")>
<#if !messagesPerField.existsError("otp1")>
  <#if two && messagesPerField.existsError("otp2")><#local focus = "otp2">
  <#elseif messagesPerField.existsError("userLabel")><#local focus = "userLabel"></#if>
</#if>
<@field name="otp1" kind="otp" label=msg(two?then("mspMfaVerifyFirst", "mspMfaVerifyCode")) autocomplete="one-time-code"
  focus=(focus == "otp1") missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!6)/>
<#if two>
<@field name="otp2" kind="otp" label=msg("mspMfaVerifySecond") focus=(focus == "otp2") missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!6)>
  <#if mspMfa.secondsToNext??>
  <p class="msp-mfa-help" data-msp-mfa-next data-seconds="${mspMfa.secondsToNext?c}" data-period="${(mspMfa.periodSeconds!30)?c}"
     data-text="${msg("mspMfaVerifyNext", "{0}")}" data-one="${msg("mspMfaVerifyNextOne")}" data-now="${msg("mspMfaVerifyNextNow")}"><#t>
    <#if mspMfa.secondsToNext == 1>${msg("mspMfaVerifyNextOne")}<#else>${msg("mspMfaVerifyNext", mspMfa.secondsToNext?c)}</#if><#t>
  </p>
  </#if>
</@field>
</#if>
<@deviceName label=msg("mspMfaVerifyLabel") hint=msg("mspMfaVerifyLabelHelp") focus=(focus == "userLabel")/>
</#macro>

<#macro deviceName label hint focus=false>
<@field name="userLabel" label=label value=(mspMfa.userLabel!) hint=hint maxlength=60 focus=focus/>
</#macro>

<#-- Whether there is a sent code that can be entered. -->
<#function hasSentCode><#return !["none", "failed", "refused", "void"]?seq_contains(mspMfa.delivery!"sent")></#function>

<#-- A number or an address in one piece: the parts of a number would be read the wrong way round at the end of a line. -->
<#function whole text><#return text?replace(" ", "\x00A0")></#function>

<#-- How a code was sent, as the last part of message keys. -->
<#function channel><#return (mspMfa.channel!"email")?cap_first></#function>

<#-- What became of a code that was sent. -->
<#macro delivery>
<#switch mspMfa.delivery!"sent">
<#case "late"><@notice tone="warning" title=msg("mspMfaSentCodeLateTitle") role="status"><p>${msg("mspMfaSentCodeLate")}</p></@notice><#break>
<#case "failed"><@notice tone="danger" title=msg("mspMfaSentCodeFailedTitle") role="alert"><p>${msg("mspMfaSentCodeFailed")}</p></@notice><#break>
<#case "refused"><@notice tone="danger" title=msg("mspMfaSentCodeRefusedTitle") role="alert"><p>${msg("mspMfaSentCodeRefused")}</p></@notice><#break>
</#switch>
</#macro>

<#-- The field for a code that was sent. -->
<#macro sentCode>
<@field name="code" kind="otp" autocomplete="one-time-code" focus=true missing=msg("mspMfaOtpMissing") digits=(mspMfa.digits!8)
  label=msg("mspMfaSentCodeFrom" + channel()) hint=msg("mspMfaSentCodeHint" + channel())/>
</#macro>

<#-- Asks for another code; says how long that has to wait, which a script counts down. -->
<#macro sendAgain kind="secondary">
<#local wait = mspMfa.retrySeconds!0>
<@button kind=kind name="resend" skipChecks=true describedBy=(wait gt 0)?then("msp-mfa-retry", "")>${msg("mspMfaSentCodeAgain")}</@button>
<#if wait gt 0>
<p class="msp-mfa-help msp-mfa-foot" id="msp-mfa-retry" data-msp-mfa-retry data-seconds="${wait?c}" data-text="${msg("mspMfaSentCodeWait", "{0}")}"
  data-one="${msg("mspMfaSentCodeWaitOne")}" data-over="${msg("mspMfaSentCodeWaitOver")}"><#if wait == 1>${msg("mspMfaSentCodeWaitOne")}<#else>${msg("mspMfaSentCodeWait", wait?c)}</#if></p>
</#if>
</#macro>

<#-- Whether to skip the second factor on this device for a while; "form" if the box stands outside of its form. -->
<#macro rememberDevice form="">
<#if (mspMfa.rememberDays!0) gt 0>
<div class="msp-mfa-field">
  <div class="msp-mfa-check">
    <input type="checkbox" id="rememberDevice" name="rememberDevice" value="true" aria-describedby="rememberDevice-hint"<#if mspMfa.rememberTicked!false> checked</#if><#if form?has_content> form="${form}"</#if>>
    <label for="rememberDevice"><#if mspMfa.rememberDays == 1>${msg("mspMfaRememberDay")}<#else>${msg("mspMfaRememberDays", mspMfa.rememberDays?c)}</#if></label>
  </div>
  <p class="msp-mfa-help" id="rememberDevice-hint">${msg("mspMfaRememberHelp")}</p>
</div>
</#if>
</#macro>

<#-- Why some of the user's factors can't be asked for. -->
<#macro obstacles>
<#list mspMfa.obstacles![] as key>
<@notice tone="info" role="status"><p>${msg(key)}</p></@notice>
</#list>
</#macro>

<#-- The main button, with the ways out below it, always in the same place. -->
<#macro actions>
<div class="msp-mfa-actions">
<#nested>
<#if mspMfa.cancellable!false><@button kind="link" name="cancel-aia" skipChecks=true>${msg("mspMfaCancel")}</@button></#if>
</div>
</#macro>

<#-- A button for each alternative, named after its method. -->
<#macro otherWays>
<#list mspMfa.others![] as word>
<@button kind="secondary" name="use" value=word skipChecks=true>${msg("mspMfaUse" + word?split("-")?map(part -> part?cap_first)?join(""))}</@button>
</#list>
</#macro>

<#macro tool id symbol>
<button type="button" class="msp-mfa-tool" id="${id}" hidden><@icon symbol/><span data-msp-mfa-tool-text><#nested></span></button>
</#macro>

<#macro icon name>
<svg class="msp-mfa-icon msp-mfa-icon-${name}" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><#switch name>
<#case "clock"><circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/><#break>
<#case "check"><circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/><#break>
<#case "warning"><path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4M12 17v.01"/><#break>
<#case "info"><circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8v.01"/><#break>
<#case "error"><circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.5v.01"/><#break>
<#case "download"><path d="M12 4v11M7 11l5 5 5-5M4 20h16"/><#break>
<#case "copy"><rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15H4V5a1 1 0 0 1 1-1h10v1"/><#break>
<#case "print"><path d="M7 9V4h10v5M7 17H4v-7a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v7h-3"/><path d="M7 14h10v6H7z"/><#break>
<#case "phone"><rect x="7" y="3" width="10" height="18" rx="2"/><path d="M11 18h2"/><#break>
<#case "message"><path d="M4 5h16v11h-8l-5 4v-4H4z"/><path d="M8 9h8M8 12h5"/><#break>
<#case "mail"><rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6 8.5-6"/><#break>
<#case "key"><circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l3 3"/><#break>
<#case "shield"><path d="M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6z"/><#break>
<#case "plus"><circle cx="12" cy="12" r="9"/><path d="M12 8v8M8 12h8"/><#break>
<#case "codes"><rect x="4" y="4" width="16" height="16" rx="2"/><path d="M8 9h2M8 12h2M8 15h2M13 9h3M13 12h3M13 15h3"/><#break>
<#case "off"><path d="M12 4v8"/><path d="M7 7a7 7 0 1 0 10 0"/><#break>
<#case "chevron"><path d="m9 6 6 6-6 6"/><#break>
</#switch></svg>
</#macro>
