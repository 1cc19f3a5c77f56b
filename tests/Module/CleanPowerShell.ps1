# A PowerShell of its own that has loaded nothing yet: dot-source it in BeforeAll.

$module = $env:CONVERSATIONSADMIN_MODULE
if (-not $module) { $module = Join-Path $PSScriptRoot '../../output/ConversationsAdmin' }
$module = (Resolve-Path -LiteralPath $module).Path
$manifest = Import-PowerShellDataFile (Join-Path $module 'ConversationsAdmin.psd1')

# Loads the private assemblies, and shows that they answer.
$useModule = '$null = Connect-ConvProvider Twilio -Sandbox; (Get-ConvConversation | Select-Object -First 1).ConversationSid'

# The lines that a script writes, errors among them. $module is the built module's folder there. Whatever ends it is an error here.
function Invoke-CleanPowerShell([string] $Script, [hashtable] $Environment = @{}) {
    $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
    Set-Content -LiteralPath $file -Value "`$ErrorActionPreference = 'Stop'; `$module = '$module'; $Script"

    # As a dotnet tool, PowerShell runs inside `dotnet` and has no program of its own.
    $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
    if ([IO.Path]::GetFileNameWithoutExtension($start.FileName) -eq 'dotnet') { $start.ArgumentList.Add((Join-Path $PSHOME 'pwsh.dll')) }
    foreach ($argument in '-NoProfile', '-NonInteractive', '-File', $file) { $start.ArgumentList.Add($argument) }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    try {
        $output = $process.StandardOutput.ReadToEndAsync()
        $errorOutput = $process.StandardError.ReadToEndAsync()
        if (-not $process.WaitForExit(180000)) {
            $process.Kill($true)
            throw 'The clean PowerShell did not end.'
        }
        if ($process.ExitCode -ne 0) { throw "The clean PowerShell ended with $($process.ExitCode): $($output.Result)$($errorOutput.Result)" }
        ($output.Result + $errorOutput.Result) -split '\r?\n' -ne ''
    }
    finally { $process.Dispose() }
}
