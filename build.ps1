#Requires -Version 7.4

<#
.SYNOPSIS
    Builds, tests and shows ConversationsAdmin.
.EXAMPLE
    ./build.ps1
    Builds everything; the importable module lies in output/ConversationsAdmin.
.EXAMPLE
    ./build.ps1 -Task Clean, Build, Test, Analyze -Configuration Release
.EXAMPLE
    ./build.ps1 -Task Help
    Brings the help in en-US up to the built module. It needs Microsoft.PowerShell.PlatyPS.
.EXAMPLE
    ./build.ps1 -Task Pack
    Makes a Release build and the package for the PowerShell Gallery, in output.
.EXAMPLE
    ./build.ps1 -Task Publish
    Publishes that package. The API key comes from the environment variable PSGALLERY_API_KEY.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Demo', 'Help', 'Analyze', 'Pack', 'Publish')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # Where Publish publishes.
    [string] $Repository = 'PSGallery'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'Module.sln'
$output = Join-Path $PSScriptRoot 'output'
$module = Join-Path $output 'ConversationsAdmin'
$solutionArguments = @($solution, '--configuration', $Configuration)
$version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'ConversationsAdmin.psd1')).ModuleVersion
$publication = @{ PackagePath = Join-Path $output "ConversationsAdmin.$version.nupkg"; Repository = $Repository }

. (Join-Path $PSScriptRoot 'build/Package.ps1')
. (Join-Path $PSScriptRoot 'build/Analyze.ps1')

function Invoke-Program([string] $Program, [string[]] $ArgumentList) {
    & $Program @ArgumentList
    if ($LASTEXITCODE -ne 0) { throw "'$Program $($ArgumentList[0])' ended with exit code $LASTEXITCODE." }
}

function Get-SourceFile([string[]] $Include) {
    Get-ChildItem -LiteralPath $PSScriptRoot -Recurse -File -Include $Include |
        Where-Object FullName -NotMatch '[\\/](bin|obj|output|node_modules)[\\/]'
}

function Invoke-Clean {
    Remove-Item -LiteralPath $output -Recurse -Force -ErrorAction Ignore
    Get-SourceFile '*.csproj' | ForEach-Object { Join-Path $_.Directory 'bin'; Join-Path $_.Directory 'obj' } |
        Where-Object { Test-Path -LiteralPath $_ } |
        Remove-Item -Recurse -Force
}

function Invoke-Build { Invoke-Program dotnet (@('build') + $solutionArguments) }

function Invoke-Test {
    Invoke-Program dotnet (@('test') + $solutionArguments)
    Invoke-NodeTest vendor-clients
    Invoke-NodeTest openapi
}

function Invoke-NodeTest([string] $Folder) {
    if (-not (Get-Command npm -ErrorAction Ignore)) {
        Write-Warning "The tests in tests/$Folder are skipped: they need Node.js 20 or later with npm."
        return
    }
    Push-Location -LiteralPath (Join-Path $PSScriptRoot "tests/$Folder")
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

    $tests = Join-Path $PSScriptRoot 'tests'
    $scripts = @(Get-SourceFile '*.ps1', '*.psm1') + @(Get-ChildItem -LiteralPath $module -Filter '*.psd1')
    $findings = @(
        $scripts | ForEach-Object { if ($_.FullName.StartsWith($tests)) { Find-TestProblem $_.FullName } else { Find-ScriptProblem $_.FullName } }
        Get-SourceFile '*.ps1xml' | ForEach-Object { Find-ViewProblem $_.FullName }
    )
    $findings | Format-Table Severity, RuleName, ScriptName, Line, Message -Wrap | Out-Host
    if ($findings) { throw "PSScriptAnalyzer has $($findings.Count) findings." }
}

function Invoke-Pack {
    Assert-PSResourceGet
    Invoke-Program dotnet @('build', $solution, '--configuration', 'Release')
    Compress-BuiltModule -ModulePath $module -Destination $output | Select-Object FullName, Length | Format-List | Out-Host
}

function Invoke-Publish { Publish-BuiltModule @publication }

function Invoke-Help {
    Invoke-Build
    $culture = Join-Path $PSScriptRoot 'en-US'
    $summaries = Join-Path $PSScriptRoot "src/ConversationsAdmin.Module/bin/$Configuration/net8.0/ConversationsAdmin.Module.xml"
    # A process of its own, as for the demo.
    Invoke-Program pwsh @('-NoProfile', '-File', (Join-Path $PSScriptRoot 'build/Help.ps1'), '-Module', $module, '-Culture', $culture, '-Summaries', $summaries)
    Copy-Item -Path (Join-Path $culture '*-Help.xml') -Destination (Join-Path $module 'en-US')
}

function Invoke-Demo {
    Invoke-Build
    # A process of its own: the module that a session has loaded cannot be unloaded before the next build.
    Invoke-Program pwsh @('-NoProfile', '-File', (Join-Path $PSScriptRoot 'build/Demo.ps1'), '-Module', $module)
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
