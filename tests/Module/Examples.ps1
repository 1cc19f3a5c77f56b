# What runs an example of the documents as a reader would: dot-source it in BeforeAll, after Common.ps1.

# What a reader has before the example: the module, a sandbox of each provider, somebody who answers a prompt for a secret, and a vault with a secret of every name.
$beginning = {
    param($module, $folder)
    $ErrorActionPreference = 'Stop'
    Import-Module $module
    Set-Location -LiteralPath $folder
    function Get-MadeUpSecret { [System.Net.NetworkCredential]::new('', 'made-up').SecurePassword }
    function Get-MadeUpCredential([string] $UserName) { [pscredential]::new($UserName, (Get-MadeUpSecret)) }
    Set-Alias Read-Host Get-MadeUpSecret
    Set-Alias Get-Credential Get-MadeUpCredential
    $vault = { function Get-Secret { Get-MadeUpCredential ('AC' + '0' * 32) } }
    New-Module -Name Microsoft.PowerShell.SecretManagement -ScriptBlock $vault | Import-Module
    Connect-ConvProvider -Sandbox
}

# No real ones: connecting sends nothing.
$madeUpCredentials = @{
    TWILIO_ACCOUNT_SID = 'AC' + '0' * 32
    TWILIO_AUTH_TOKEN = '0' * 32
    TELNYX_API_KEY = 'KEY_made_up'
    SUNSHINE_KEY_ID = 'app_000000000000000000000000'
    SUNSHINE_KEY_SECRET = 'made-up'
}

function Use-Environment([hashtable] $Variable) {
    foreach ($name in $Variable.Keys) { [Environment]::SetEnvironmentVariable($name, $Variable[$name]) }
}

# Runs an example in a runspace and an empty folder of its own, and throws what goes wrong. Nobody can be asked for confirmation.
function Invoke-Example([string] $Code, [scriptblock] $Given = { }) {
    $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))
    $environment = @{}
    foreach ($name in $madeUpCredentials.Keys) { $environment[$name] = [Environment]::GetEnvironmentVariable($name) }
    Use-Environment $madeUpCredentials
    $shell = [powershell]::Create()
    try {
        $null = $shell.AddScript("$beginning", $false).AddArgument($modulePath).AddArgument($folder.FullName).Invoke()
        foreach ($step in "$Given", $Code) {
            $shell.Commands.Clear()
            $null = $shell.AddScript($step, $false).Invoke()
        }
        if ($shell.Streams.Error.Count) { throw "$($shell.Streams.Error)" }
    }
    finally {
        $shell.Commands.Clear()
        $null = $shell.AddScript('Get-ConvConnection | Disconnect-ConvProvider').Invoke()
        $shell.Dispose()
        Use-Environment $environment
    }
}
