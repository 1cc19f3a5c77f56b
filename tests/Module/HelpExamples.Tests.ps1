BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $cmdlets = @((Get-Module ConversationsAdmin).ExportedCmdlets.Keys | Sort-Object | ForEach-Object { @{ Cmdlet = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Examples.ps1"

    # What can't be run here, by its cmdlet and its title, and why.
    $notRun = @{
        'Connect-ConvProvider: Twilio, with a secret from a vault' = 'it needs a vault of the reader'
    }
}

Describe 'The examples in the help of <Cmdlet>' -ForEach $cmdlets {
    It 'run' {
        $failures = foreach ($example in (Get-Help $Cmdlet).examples.example) {
            $title = $example.title -replace '^-+ Example \d+: | -+$'
            if ($notRun["${Cmdlet}: $title"]) { continue }
            try { Invoke-Example $example.code }
            catch { "$title`n$_" }
        }
        $failures | Should -BeNullOrEmpty
    }
}
