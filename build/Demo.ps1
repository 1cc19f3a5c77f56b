<#
.SYNOPSIS
    Walks through the pipeline on the sandbox, with the module that is given.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A step hands its variables to the next.')]
[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Module)

$ErrorActionPreference = 'Stop'
$built = (Resolve-Path -LiteralPath $Module).Path
$PSStyle.Progress.View = 'Minimal'

# Called with a dot, so that the variables of one step are there in the next.
function Show-Step([string] $Why, [scriptblock] $Step) {
    ''
    "# $Why"
    "PS> $("$Step".Trim())"
    . $Step | Out-String -Stream | Where-Object { $_.Trim() }
}

. Show-Step 'The module as it was just built.' { Import-Module $built }
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
