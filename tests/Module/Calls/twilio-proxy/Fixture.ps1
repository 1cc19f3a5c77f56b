# What the calls of this API work on; dot-sourced by OperationTable.Tests.ps1.
$connectionName = 'Sandbox'
$proxyService = (Connect-TestSandbox).ProxyServiceSid

$text = 'Zoë & Ünï: a+b=c, 100 % {x} 🙂'
$uniqueName = 'order 66 / a+b ü'
$session = (New-ProxySession $uniqueName).SessionSid

$usualPath = @{ ServiceSid = $proxyService }
