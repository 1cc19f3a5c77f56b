<#
.SYNOPSIS
    Lists or runs the Pester files of a folder and writes what came of each test as JSON, for the xunit project beside it.
.NOTES
    Exit code 0: the report is written, whatever the tests said. 3: this PowerShell is too old or has no Pester 5.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Folder,
    [Parameter(Mandatory)] [string] $ReportPath,
    [switch] $ListOnly
)

$ErrorActionPreference = 'Stop'

$pester = Get-Module -ListAvailable -Name Pester | Where-Object Version -GE '5.0' | Sort-Object Version -Descending | Select-Object -First 1
if ($PSVersionTable.PSVersion -lt [version]'7.4' -or -not $pester) { exit 3 }
Import-Module $pester.Path

function Get-PathName($Test) {
    $levels = [System.Collections.Generic.List[object]]::new()
    $levels.Add($Test)
    for ($block = $Test.Block; $block -and -not $block.IsRoot; $block = $block.Parent) { $levels.Insert(0, $block) }

    # Pester fills <templates> only while it runs; a listed name must be the same as the name that ran.
    $values = @{}
    $names = foreach ($level in $levels) {
        if ($level.Data -is [System.Collections.IDictionary]) {
            foreach ($key in $level.Data.Keys) { $values["$key"] = $level.Data[$key] }
        }
        elseif ($null -ne $level.Data) { $values['_'] = $level.Data }

        $name = $level.Name
        foreach ($key in $values.Keys) { $name = $name.Replace("<$key>", "$($values[$key])") }
        $name
    }
    $names -join ' > '
}

function Get-FileName($Test) {
    [IO.Path]::GetFileName($Test.ScriptBlock.File) -replace '\.Tests\.ps1$'
}

function Get-ErrorText($ErrorRecord) {
    foreach ($record in $ErrorRecord) {
        if (-not $record) { continue }
        $message = $record.PSObject.Properties['DisplayErrorMessage']?.Value
        $trace = $record.PSObject.Properties['DisplayStackTrace']?.Value
        $ownFrames = ($trace ? $trace : $record.ScriptStackTrace) -split '\r?\n' -notmatch 'Pester\.psm?1|PesterBridge\.ps1'
        @($message ? $message : "$record") + $ownFrames -join "`n"
    }
}

function Get-BlockErrorText($Block) {
    Get-ErrorText $Block.ErrorRecord
    foreach ($inner in $Block.Blocks) { Get-BlockErrorText $inner }
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = @(Get-ChildItem -LiteralPath $Folder -Filter '*.Tests.ps1' | ForEach-Object FullName)
$configuration.Run.PassThru = $true
$configuration.Run.SkipRun = [bool] $ListOnly
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.CIFormat = 'None'
$run = Invoke-Pester -Configuration $configuration

$seen = @{}
$tests = foreach ($test in $run.Tests) {
    $name = '{0}: {1}' -f (Get-FileName $test), (Get-PathName $test)
    $seen[$name]++
    $errorText = @(Get-ErrorText $test.ErrorRecord)
    if ($test.Result -eq 'Failed' -and -not $errorText) {
        $errorText = for ($block = $test.Block; $block; $block = $block.Parent) { Get-ErrorText $block.ErrorRecord }
    }
    @{
        name    = $seen[$name] -gt 1 ? "$name ($($seen[$name]))" : $name
        result  = "$($test.Result)"
        message = $errorText -join "`n"
    }
}

# Setup, teardown and discovery fail outside any test.
$failures = foreach ($container in $run.Containers) {
    foreach ($text in @(Get-ErrorText $container.ErrorRecord) + @(foreach ($block in $container.Blocks) { Get-BlockErrorText $block })) {
        if ($text) { '{0}: {1}' -f [IO.Path]::GetFileName("$($container.Item)"), $text }
    }
}

@{
    host     = "PowerShell $($PSVersionTable.PSVersion), Pester $($pester.Version)"
    result   = "$($run.Result)"
    failures = @($failures)
    tests    = @($tests)
} | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $ReportPath -Encoding utf8
exit 0
