<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Frames the sample pages of a brand that isn't stored. For administrators, without a layout of its own. -->
<!DOCTYPE html>
<html lang="${msg("mspMfaLanguage")}" dir="${msg("mspMfaTextDirection")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${msg("mspMfaPreviewTitle")}</title>
<link href="${url.resourcesPath}/css/msp-mfa-preview.css" rel="stylesheet">
</head>
<body>
<h1>${msg("mspMfaPreviewTitle")}</h1>
<#list mspMfa.pages as page>
<section>
  <h2>${msg(page.title)}</h2>
  <iframe src="?page=${page.name}" title="${msg(page.title)}"></iframe>
</section>
</#list>
</body>
</html>
