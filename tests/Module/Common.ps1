# What the tests share: dot-source it in BeforeAll.

$modulePath = $env:CONVERSATIONSADMIN_MODULE
if (-not $modulePath) { $modulePath = Join-Path $PSScriptRoot '../../output/ConversationsAdmin' }
$modulePath = (Resolve-Path -LiteralPath $modulePath).Path
Import-Module $modulePath

$absentService = 'IS' + '0' * 32
$absentConversation = 'CH' + '0' * 32
$absentParticipant = 'MB' + '0' * 32

# Opens a sandbox and forgets what was sent before.
function Connect-TestSandbox([hashtable] $Option = @{}, [string] $Name = 'Sandbox') {
    $all = @{ Conversations = 60 }
    foreach ($key in $Option.Keys) { $all[$key] = $Option[$key] }
    Connect-ConvProvider Twilio -Sandbox -SandboxOption $all -Name $Name -PassThru
}

function Close-Connection { Get-ConvConnection | Disconnect-ConvProvider }

function Get-Sent([string] $Connection = 'Sandbox') { (Get-ConvConnection $Connection).Sandbox.Requests }

function Clear-Sent([string] $Connection = 'Sandbox') { (Get-ConvConnection $Connection).Sandbox.Clear() }

# The errors of a script, whether they ended it or not.
function Get-ErrorOf([scriptblock] $Script) {
    $ErrorActionPreference = 'Continue'
    $collectedErrors = [System.Collections.Generic.List[System.Management.Automation.ErrorRecord]]::new()
    try { & $Script 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { $collectedErrors.Add($_) } } }
    catch { $collectedErrors.Add($_) }
    $collectedErrors
}

# The error that ended a script; nothing when it ran to its end.
function Get-EndOf([scriptblock] $Script) {
    $ErrorActionPreference = 'Continue'
    try { $null = & $Script 2>&1 }
    catch { $_ }
}

# The targets that -WhatIf tells of: PowerShell writes them to the host only.
function Get-WhatIf([scriptblock] $Script) {
    $transcriptOfWhatIf = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
    $null = Start-Transcript -LiteralPath $transcriptOfWhatIf
    try { $null = & $Script }
    finally { $null = Stop-Transcript }
    @(Get-Content -LiteralPath $transcriptOfWhatIf) -like 'What if:*'
}

# The fields of a form or of a query, by name.
function ConvertFrom-Form([string] $Text) {
    $pairs = [System.Web.HttpUtility]::ParseQueryString($Text)
    $fields = [ordered]@{}
    foreach ($key in $pairs.AllKeys) { $fields[$key] = $pairs[$key] }
    $fields
}

function ConvertTo-Credential([string] $UserName, [string] $Secret) {
    [pscredential]::new($UserName, [System.Net.NetworkCredential]::new('', $Secret).SecurePassword)
}

function ConvertTo-Secret([string] $Text) { [System.Net.NetworkCredential]::new('', $Text).SecurePassword }

# An address of this machine where nobody listens.
function Get-ClosedAddress {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    "http://127.0.0.1:$port"
}

# Runs a script in a PowerShell of its own that nobody sits at. One that waits for an answer is ended, and is an error.
function Invoke-Unattended([string] $Script) {
    $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
    Set-Content -LiteralPath $file -Value "Import-Module '$modulePath'`n$Script"

    # As a dotnet tool, PowerShell runs inside `dotnet` and has no program of its own.
    $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
    if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
    foreach ($argument in '-NoProfile', '-NonInteractive', '-File', $file) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    try {
        $output = $process.StandardOutput.ReadToEndAsync()
        $errorOutput = $process.StandardError.ReadToEndAsync()
        if (-not $process.WaitForExit(60000)) {
            $process.Kill($true)
            throw 'The unattended PowerShell waited for an answer.'
        }
        $output.Result + $errorOutput.Result
    }
    finally { $process.Dispose() }
}

# The sandbox behind a socket, in a process of its own; nothing when conv is not built. End it with Close-SocketSandbox.
function Open-SocketSandbox([string[]] $Option = @()) {
    $conv = Get-ChildItem -Path (Join-Path $PSScriptRoot '../../src/ConversationsAdmin.Cli/bin/*/*/conv.dll') -ErrorAction Ignore |
        Sort-Object LastWriteTime -Descending | Select-Object -First 1
    $dotnet = Get-Command dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $conv -or -not $dotnet) { return }

    $start = [System.Diagnostics.ProcessStartInfo]::new($dotnet.Source)
    foreach ($argument in @($conv.FullName, 'sandbox', '--port', '0') + @($Option | ForEach-Object { '--option'; $_ })) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $said = @{}
    while (-not $said['External id']) {
        $line = $process.StandardOutput.ReadLine()
        if ($null -eq $line) { throw 'conv sandbox ended before it listened.' }
        if ($line -match '^(\S+(?: \S+)*)\s+(\S+)$') { $said[$Matches[1]] = $Matches[2] }
    }
    @{
        Process = $process
        BaseUri = $said['Twilio Conversations']
        AccountSid = $said['Account']
        Token = $said['Auth token']
        ServiceSid = $said['Service']
        ProxyServiceSid = $said['Proxy service']
        ProxyBaseUri = $said['Twilio Proxy']
        TelnyxUri = $said['Telnyx']
        ApiKey = $said['API key']
        SunshineUri = $said['Sunshine']
        AppId = $said['App']
        KeyId = $said['Key']
        KeySecret = $said['Key secret']
        UserId = $said['User']
    }
}

function Close-SocketSandbox([hashtable] $Server) {
    if ($Server) {
        $Server.Process.Kill()
        $Server.Process.Dispose()
    }
}
