#Requires -Version 7.4

<#
.SYNOPSIS
    Builds, tests and shows ConversationsAdmin.
.EXAMPLE
    ./build.ps1
    Builds everything; the importable module lies in output/ConversationsAdmin.
.EXAMPLE
    ./build.ps1 -Task Clean, Build, Test, Analyze -Configuration Release
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Demo', 'Analyze')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'Module.sln'
$module = Join-Path $PSScriptRoot 'output/ConversationsAdmin'
$solutionArguments = @($solution, '--configuration', $Configuration)

function Invoke-Program([string] $Program, [string[]] $ArgumentList) {
    & $Program @ArgumentList
    if ($LASTEXITCODE -ne 0) { throw "'$Program $($ArgumentList[0])' ended with exit code $LASTEXITCODE." }
}

function Get-SourceFile([string[]] $Include) {
    Get-ChildItem -LiteralPath $PSScriptRoot -Recurse -File -Include $Include |
        Where-Object FullName -NotMatch '[\\/](bin|obj|output|node_modules)[\\/]'
}

function Invoke-Clean {
    Remove-Item -LiteralPath (Join-Path $PSScriptRoot 'output') -Recurse -Force -ErrorAction Ignore
    Get-SourceFile '*.csproj' | ForEach-Object { Join-Path $_.Directory 'bin'; Join-Path $_.Directory 'obj' } |
        Where-Object { Test-Path -LiteralPath $_ } |
        Remove-Item -Recurse -Force
}

function Invoke-Build { Invoke-Program dotnet (@('build') + $solutionArguments) }

function Invoke-Test {
    Invoke-Program dotnet (@('test') + $solutionArguments)
    Invoke-VendorClientTest
}

function Invoke-VendorClientTest {
    if (-not (Get-Command npm -ErrorAction Ignore)) {
        Write-Warning 'The tests with vendor clients are skipped: they need Node.js 20 or later with npm.'
        return
    }
    Push-Location -LiteralPath (Join-Path $PSScriptRoot 'tests/vendor-clients')
    try {
        Invoke-Program npm @('ci', '--prefer-offline', '--no-audit', '--no-fund')
        Invoke-Program npm @('test')
    }
    finally { Pop-Location }
}

function Invoke-Analyze {
    if (-not (Get-Module -ListAvailable -Name PSScriptAnalyzer)) {
        throw 'Analyze needs PSScriptAnalyzer. Get it with: Install-PSResource PSScriptAnalyzer'
    }
    # The manifest is checked where it is whole: the files that it names lie beside it only once the module is built.
    Invoke-Build
    Invoke-Program dotnet @('format', $solution, '--verify-no-changes')

    $scripts = @(Get-SourceFile '*.ps1') + @(Get-ChildItem -LiteralPath $module -Filter '*.psd1')
    # One rule does not see that Pester and dot-sourced blocks hand their variables on; the other wants a mark that PowerShell 7 does without.
    $excluded = 'PSUseDeclaredVarsMoreThanAssignments', 'PSUseBOMForUnicodeEncodedFile'
    $findings = @($scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -ExcludeRule $excluded -Severity Warning, Error })
    $findings | Format-Table Severity, RuleName, ScriptName, Line, Message -Wrap | Out-Host
    if ($findings) { throw "PSScriptAnalyzer has $($findings.Count) findings." }
}

function Invoke-Demo {
    Invoke-Build
    # A process of its own: the module that a session has loaded cannot be unloaded before the next build.
    Invoke-Program pwsh @('-NoProfile', '-Command', "`$module = '$module'; $demo")
}

$demo = {
    $ErrorActionPreference = 'Stop'
    $PSStyle.Progress.View = 'Minimal'

    # Called with a dot, so that the variables of one step are there in the next.
    function Show-Step([string] $Why, [scriptblock] $Step) {
        ''
        "# $Why"
        "PS> $("$Step".Trim())"
        . $Step | Out-String -Stream | Where-Object { $_.Trim() }
    }

    . Show-Step 'The module as it was just built.' { Import-Module $module }
    . Show-Step 'A provider in memory, with sample data: no account is needed.' { Connect-ConvProvider -Sandbox; Get-ConvConnection | Format-Table }
    . Show-Step 'Conversations closed more than 90 days ago.' {
        $stale = Get-ConvConversation -State closed | Where-Object DateUpdated -lt (Get-Date).AddDays(-90)
    }
    . Show-Step 'How many, and a few of them.' { $stale.Count; $stale | Select-Object -First 3 | Format-Table }
    . Show-Step 'A preview: nothing is sent but reads.' { $stale | Select-Object -First 3 | Remove-ConvConversation -WhatIf }
    . Show-Step 'What the sandbox saw so far, by method.' { (Get-ConvConnection).Sandbox.Requests | Group-Object Method -NoElement }
    . Show-Step 'The deletion, twenty at once, with one outcome for each.' {
        $stale | Remove-ConvConversation -Confirm:$false -ThrottleLimit 20 -PassThru | Group-Object Status -NoElement
    }
    . Show-Step 'Outputs bind to the next command: who takes part in what is left.' {
        Get-ConvConversation | Select-Object -First 3 | Get-ConvParticipant | Format-Table
    }
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
