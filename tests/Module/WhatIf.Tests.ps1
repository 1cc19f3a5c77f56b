BeforeDiscovery { . "$PSScriptRoot/Samples.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    Connect-EverySandbox
    $samples = @{}
    foreach ($type in 'ProxySession', 'TelnyxConversation', 'SunshineConversation') { $samples[$type] = @(Add-Sample $type) }
}

AfterAll { Close-Connection }

# Updates and removals of what comes down the pipeline are told of in RoundTrip.Tests.ps1.
Describe '-WhatIf' {
    BeforeEach { Clear-EverySent }
    AfterEach { @(Get-EverySent).Count | Should -Be 0 }

    It 'of <Command> tells what would be created and where, and sends nothing' -ForEach @(
        @{ Command = 'New-ProxySession "order 7" -Participant @{ Identifier = "+15558675310" }'; Pattern = "Create the session 'order 7'.*Proxy service KS[0-9a-f]{32}" }
        @{ Command = 'New-ProxySession'; Pattern = 'Create a session.*Proxy service KS[0-9a-f]{32}' }
        @{ Command = 'New-TelnyxConversation "order 7"'; Pattern = "Create the conversation 'order 7'.*Sandbox-Telnyx" }
        @{ Command = 'New-TelnyxConversation'; Pattern = 'Create a conversation.*Sandbox-Telnyx' }
        @{ Command = 'New-SunshineConversation sdkGroup -DisplayName "order 7"'; Pattern = "Create the sdkGroup conversation 'order 7'.*app [0-9a-f]{24}" }
        @{ Command = 'New-SunshineConversation personal @{ userId = Get-SampleUser }'; Pattern = 'Create a personal conversation.*app [0-9a-f]{24}' }
    ) {
        $told = @(Get-WhatIf ([scriptblock]::Create("$Command -WhatIf")))
        $told.Count | Should -Be 1
        $told[0] | Should -Match $Pattern
    }

    It 'of a command that names several tells of each, and sends nothing: <Verb>-<Type>' -ForEach @(
        foreach ($resource in $resources | Where-Object Type -In 'ProxySession', 'TelnyxConversation', 'SunshineConversation') {
            foreach ($verb in 'Set', 'Remove') { @{ Verb = $verb; Type = $resource.Type; Identifier = $resource.Identifier; Command = $resource.$verb } }
        }
    ) {
        $ids = @($samples[$Type].$Identifier)
        $arguments = @{ $Identifier = $ids }
        $told = @(Get-WhatIf ([scriptblock]::Create("$Command @arguments -WhatIf")))
        $told.Count | Should -Be 2
        foreach ($id in $ids) { @($told -match $id).Count | Should -Be 1 }
    }

    It 'still refuses what can''t be sent' {
        (Get-EndOf { New-SunshineConversation personal -WhatIf }).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        (Get-EndOf { New-ProxySession -Participant @{ Name = 'x' } -WhatIf }).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
        (Get-EndOf { New-TelnyxConversation -IdempotencyKey 'two words' -WhatIf }).FullyQualifiedErrorId | Should -BeLike 'InvalidArgument,*'
    }
}
