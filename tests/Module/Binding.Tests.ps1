BeforeDiscovery {
    . "$PSScriptRoot/Samples.ps1"

    # Every command that acts on what comes down the pipeline, with the type that it takes.
    $acting = foreach ($resource in $resources) {
        foreach ($verb in 'Set', 'Remove') { if ($resource[$verb]) { @{ Command = $resource[$verb]; Takes = $resource.Type; Kind = $resource.Identifier } } }
    }
    $wrong = foreach ($command in $acting) { foreach ($form in $forms) { $command + $form } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"

    # Objects of each kind, by the command that writes them.
    function Get-Sample([string] $Get) {
        switch ($Get) {
            'Get-ConvService' { Get-ConvService }
            'Get-ConvConversation' { Get-ConvConversation -First 4 }
            'Get-ConvParticipant' { Get-ConvConversation -First 4 | Get-ConvParticipant }
        }
    }

    # An error before any request, whatever it is about, to a connection or to any.
    function Assert-Refused($ErrorRecord, [string] $Id, [string] $Connection) {
        @($ErrorRecord).Count | Should -BeGreaterThan 0
        $ErrorRecord[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        @($Connection ? (Get-Sent $Connection) : (Get-EverySent)).Count | Should -Be 0
    }
}

AfterAll { Close-Connection }

Describe 'What another Get- cmdlet wrote' {
    BeforeAll {
        Connect-EverySandbox
        $samples = @{}
        foreach ($resource in $resources) { $samples[$resource.Type] = @(Add-Sample $resource.Type) }
        $removed = @(foreach ($resource in $resources | Where-Object { $_['Remove'] }) {
            Add-Sample $resource.Type | Select-Object -First 1 | & (ConvertTo-Pipeline "$($resource.Remove) -Confirm:`$false -PassThru")
        })
    }
    AfterAll { Close-Connection }

    It 'is refused by <Command> <Form>, whatever of the other types it is' -ForEach $wrong {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $others = @($samples.Keys | Where-Object { $_ -ne $Takes } | Sort-Object)
        $others.Count | Should -Be ($resources.Count - 1)
        $taken = foreach ($other in $others) {
            $items = @(& $Convert $samples[$other])
            Clear-EverySent
            $refused = @(Get-ErrorOf { $items | & $pipeline })
            # The first object ends the command, and nothing was sent for it.
            if ($items.Count -lt 1 -or $refused.Count -ne 1 -or $refused[0].FullyQualifiedErrorId -notlike 'WrongTarget,*' -or @(Get-EverySent).Count) { $other }
        }
        $taken | Should -BeNullOrEmpty
    }

    It 'is refused by <Command> after it was removed, as an outcome' -ForEach $acting {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        foreach ($other in $removed | Where-Object ResourceType -NE $Takes) {
            Clear-EverySent
            Assert-Refused (Get-ErrorOf { $other | & $pipeline }) 'WrongTarget'
        }
    }

    It 'is refused by <Command> as a text of another kind, each for itself' -ForEach $acting {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $texts = @($resources | Where-Object Identifier -NE $Kind | ForEach-Object { $samples[$_.Type][0].($_.Identifier) })
        $texts.Count | Should -BeGreaterThan 8
        Clear-EverySent
        $refused = @(Get-ErrorOf { $texts | & $pipeline })
        Assert-Refused $refused 'InvalidIdentifier'
        $refused.Count | Should -Be $texts.Count
        $refused.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'InvalidIdentifier,*'
        $refused[0].Exception.Message | Should -BeLike "$($Kind): '$($texts[0])' is a*"
    }
}

Describe 'Nothing binds by accident' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'ends the pipeline with the first object that is something else, before any request' {
        $mixed = @(Get-Sample 'Get-ConvParticipant') + @(Get-Sample 'Get-ConvConversation')
        Clear-Sent
        $ended = Get-EndOf { $mixed | Remove-ConvConversation -Confirm:$false }
        $ended.FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        $ended.TargetObject | Should -Be $mixed[0]
        @(Get-Sent).Count | Should -Be 0
    }

    It 'refuses an object with the identifier of something else, even if it does not say what it is' {
        $items = Get-Sample 'Get-ConvParticipant' | Select-Object ParticipantSid, ConversationSid, ServiceSid, ConnectionName
        Clear-Sent
        Assert-Refused (Get-ErrorOf { $items | Remove-ConvConversation -Confirm:$false }) 'WrongTarget'
    }

    It 'refuses an object without an identifier' {
        Assert-Refused (Get-ErrorOf { Get-Item $PSHOME | Remove-ConvConversation -Confirm:$false }) 'WrongTarget'
    }

    It 'refuses the outcome of removing something else' {
        $outcomes = Get-Sample 'Get-ConvParticipant' | Remove-ConvParticipant -Confirm:$false -PassThru
        Clear-Sent
        Assert-Refused (Get-ErrorOf { $outcomes | Remove-ConvConversation -Confirm:$false }) 'WrongTarget'
    }

    It 'refuses a text that is the identifier of something else' {
        $texts = @((Get-Sample 'Get-ConvParticipant').ParticipantSid)
        Clear-Sent
        $refused = Get-ErrorOf { $texts | Remove-ConvConversation -Confirm:$false }
        Assert-Refused $refused 'InvalidIdentifier'
        $refused.Count | Should -Be $texts.Count
        $refused[0].Exception.Message | Should -Match 'participant'
    }

    It 'takes no field but identifiers from the pipeline' {
        $open = Get-ConvConversation | Where-Object { $_.State -ne 'closed' -and $_.Attributes.Count } | Select-Object -First 1
        $file = Join-Path $TestDrive 'fields.csv'
        $open | Export-Csv $file
        Clear-Sent
        $null = Import-Csv $file | Set-ConvConversation -MessagingServiceSid ('MG' + '0' * 32)
        (ConvertFrom-Form (Get-Sent)[-1].Body).Keys | Should -Be 'MessagingServiceSid'
    }

    It 'refuses an object that has the identifier but does not say what it is' {
        $connection = Get-ConvConnection
        Assert-Refused (Get-ErrorOf { $connection | Remove-ConvService -Force -Confirm:$false }) 'WrongTarget'
        $bare = [pscustomobject]@{ ConversationSid = $absentConversation }
        Assert-Refused (Get-ErrorOf { $bare | Remove-ConvConversation -Confirm:$false }) 'WrongTarget'
    }

    It 'does not pass over what is piped because targets are named too' {
        $piped = @(Get-ConvConversation -First 2)
        Clear-Sent
        Assert-Refused (Get-ErrorOf { $piped | Remove-ConvConversation -ConversationSid $absentConversation -Confirm:$false }) 'WrongTarget'
        Assert-Refused (Get-ErrorOf { $piped | Remove-ConvConversation -UniqueName name -Confirm:$false }) 'WrongTarget'
        Assert-Refused (Get-ErrorOf { $piped | Set-ConvConversation -ConversationSid $absentConversation -FriendlyName x }) 'WrongTarget'
    }

    It 'does not list everything for an object without an identifier' {
        Clear-Sent
        $row = [pscustomobject]@{ ConnectionName = 'Sandbox'; Sid = $absentConversation }
        Assert-Refused (Get-ErrorOf { $row | Get-ConvConversation }) 'WrongTarget'
        Assert-Refused (Get-ErrorOf { $row | Get-ConvService }) 'WrongTarget'
    }

    It 'takes no state from the pipeline for a list' {
        $null = [pscustomobject]@{ ResourceType = 'ConvService'; ServiceSid = (Get-ConvConnection).ServiceSid; State = 'closed'; UniqueName = 'x' } | Get-ConvConversation -First 1
        (ConvertFrom-Form (Get-Sent)[0].Query).Keys | Should -Not -Contain 'State'
    }
}

Describe 'Another connection' {
    AfterEach { Close-Connection }

    It 'refuses <Command> of objects whose connection is not known' -ForEach @(
        @{ Command = 'Remove-ConvConversation' }
        @{ Command = 'Set-ConvConversation -State closed -Force' }
        @{ Command = 'Get-ConvParticipant' }
        @{ Command = 'Add-ConvParticipant -Identity x' }
    ) {
        $null = Connect-TestSandbox -Name 'First'
        $items = @(Get-Sample 'Get-ConvConversation')
        Disconnect-ConvProvider First
        $null = Connect-TestSandbox -Name 'Second'
        $confirm = $Command -like 'Get-*' ? '' : '-Confirm:$false'
        $pipeline = [scriptblock]::Create("`$input | $Command $confirm")
        Assert-Refused (Get-ErrorOf { $items | & $pipeline }) 'UnknownConnection' 'Second'
    }

    It 'refuses <Command> of objects of another account under the same name <Form>' -ForEach @(
        foreach ($command in 'Remove-ConvConversation', 'Set-ConvConversation -State closed -Force', 'Add-ConvParticipant -Identity x') {
            foreach ($form in $forms) { @{ Command = $command } + $form }
        }
    ) {
        $null = Connect-TestSandbox @{ Seed = 1 }
        $items = @(& $Convert (Get-Sample 'Get-ConvConversation'))
        $null = Connect-TestSandbox @{ Seed = 2 }
        $pipeline = [scriptblock]::Create("`$input | $Command -Confirm:`$false")
        Assert-Refused (Get-ErrorOf { $items | & $pipeline }) 'WrongTarget'
    }

    It 'refuses objects of another account with an explicit -Connection' {
        $null = Connect-TestSandbox @{ Seed = 1 } 'First'
        $items = @(Get-Sample 'Get-ConvConversation')
        $null = Connect-TestSandbox @{ Seed = 2 } 'Second'
        Clear-Sent First
        Assert-Refused (Get-ErrorOf { $items | Remove-ConvConversation -Connection Second -Confirm:$false }) 'WrongTarget' 'Second'
        @(Get-Sent First).Count | Should -Be 0
    }

    It 'refuses objects that only say that they came through another connection' {
        $null = Connect-TestSandbox @{ Seed = 1 } 'First'
        $items = @(Get-Sample 'Get-ConvConversation' | Select-Object ConversationSid, ServiceSid, ResourceType, ConnectionName)
        $null = Connect-TestSandbox @{ Seed = 2 } 'Second'
        Assert-Refused (Get-ErrorOf { $items | Remove-ConvConversation -Connection Second -Confirm:$false }) 'WrongTarget' 'Second'
    }

    It 'acts through the connection that the objects came from, not the default' {
        $null = Connect-TestSandbox @{ Seed = 1 } 'First'
        $items = @(Get-Sample 'Get-ConvConversation')
        $null = Connect-TestSandbox @{ Seed = 2 } 'Second'
        Clear-Sent First
        (Get-ConvConnection Second).IsDefault | Should -BeTrue
        $items | Remove-ConvConversation -Confirm:$false
        @(Get-Sent First).Count | Should -Be $items.Count
        @(Get-Sent Second).Count | Should -Be 0
    }

    It 'reads children through the connection that the parents came from' {
        $null = Connect-TestSandbox @{ Seed = 1 } 'First'
        $items = @(Get-Sample 'Get-ConvConversation')
        $null = Connect-TestSandbox @{ Seed = 2 } 'Second'
        ($items | Get-ConvParticipant).ConnectionName | Select-Object -Unique | Should -Be 'First'
        @(Get-Sent Second).Count | Should -Be 0
    }
}

Describe 'An explicit parent' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'refuses a -ServiceSid that contradicts the object for <Command>' -ForEach @(
        @{ Command = 'Remove-ConvConversation'; Get = 'Get-ConvConversation' }
        @{ Command = 'Set-ConvConversation -FriendlyName x'; Get = 'Get-ConvConversation' }
        @{ Command = 'Remove-ConvParticipant'; Get = 'Get-ConvParticipant' }
        @{ Command = 'Set-ConvParticipant -Attributes "{}"'; Get = 'Get-ConvParticipant' }
    ) {
        $items = @(Get-Sample $Get)
        Clear-Sent
        $pipeline = [scriptblock]::Create("`$input | $Command -ServiceSid $absentService -Confirm:`$false")
        Assert-Refused (Get-ErrorOf { $items | & $pipeline }) 'WrongTarget'
    }

    It 'refuses a -ConversationSid that contradicts the participant' {
        $items = @(Get-Sample 'Get-ConvParticipant')
        Clear-Sent
        Assert-Refused (Get-ErrorOf { $items | Remove-ConvParticipant -ConversationSid $absentConversation -Confirm:$false }) 'WrongTarget'
    }

    It 'takes a -ServiceSid that says what the object says' {
        $items = @(Get-Sample 'Get-ConvConversation')
        ($items | Remove-ConvConversation -ServiceSid $items[0].ServiceSid -Confirm:$false -PassThru).Status | Select-Object -Unique | Should -Be 'Removed'
    }
}

Describe 'What does bind' {
    BeforeEach { $null = Connect-TestSandbox }

    It 'tells with -WhatIf of each conversation <Form>' -ForEach $forms {
        $items = @(Get-Sample 'Get-ConvConversation')
        $converted = @(& $Convert $items)
        Clear-Sent
        $told = Get-WhatIf { $converted | Remove-ConvConversation -WhatIf }
        $told.Count | Should -Be $items.Count
        foreach ($item in $items) { ($told -match $item.ConversationSid).Count | Should -Be 1 }
        @(Get-Sent).Count | Should -Be 0
    }

    It 'removes each conversation <Form>' -ForEach $forms {
        $items = @(Get-Sample 'Get-ConvConversation')
        $converted = @(& $Convert $items)
        Clear-Sent
        $outcomes = @($converted | Remove-ConvConversation -Confirm:$false -PassThru)
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
        $outcomes.Target | Sort-Object | Should -Be ($items.ConversationSid | Sort-Object)
        (Get-Sent).Method | Select-Object -Unique | Should -Be 'DELETE'
    }

    It 'removes each participant <Form>' -ForEach $forms {
        $items = @(Get-Sample 'Get-ConvParticipant')
        $converted = @(& $Convert $items)
        $outcomes = @($converted | Remove-ConvParticipant -Confirm:$false -PassThru)
        $outcomes.Count | Should -Be $items.Count
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
    }

    It 'removes each service <Form>' -ForEach $forms {
        $items = @(Get-ConvService)
        $converted = @(& $Convert $items)
        $outcomes = @($converted | Remove-ConvService -Force -Confirm:$false -PassThru)
        $outcomes.Count | Should -Be $items.Count
        $outcomes.Status | Select-Object -Unique | Should -Be 'Removed'
    }

    It 'updates each conversation <Form>' -ForEach $forms {
        $items = @(Get-ConvConversation | Where-Object State -NE 'closed' | Select-Object -First 4)
        $converted = @(& $Convert $items)
        $updated = @($converted | Set-ConvConversation -FriendlyName 'Renamed')
        $updated.ConversationSid | Sort-Object | Should -Be ($items.ConversationSid | Sort-Object)
        $updated.FriendlyName | Select-Object -Unique | Should -Be 'Renamed'
    }

    It 'reads the participants of each conversation <Form>' -ForEach $forms {
        $items = @(Get-Sample 'Get-ConvConversation')
        $expected = @($items | Get-ConvParticipant)
        $converted = @(& $Convert $items)
        (($converted | Get-ConvParticipant).ParticipantSid | Sort-Object) | Should -Be ($expected.ParticipantSid | Sort-Object)
    }

    It 'keeps JSON within the depth that ConvertTo-Json has by itself' {
        $warnings = $null
        $null = Get-ConvConversation | ConvertTo-Json -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }

    It 'takes identifiers from a file' {
        $sids = (Get-Sample 'Get-ConvConversation').ConversationSid
        $file = Join-Path $TestDrive 'sids.txt'
        Set-Content -LiteralPath $file -Value $sids
        (Get-WhatIf { Get-Content $file | Remove-ConvConversation -WhatIf }).Count | Should -Be $sids.Count
        Clear-Sent
        Get-Content $file | Remove-ConvConversation -Confirm:$false
        ((Get-Sent).Path -replace '.*/' | Sort-Object) | Should -Be ($sids | Sort-Object)
        (Get-Sent).Method | Select-Object -Unique | Should -Be 'DELETE'
    }

    It 'goes on after a line of a file that is no identifier' {
        $sids = (Get-Sample 'Get-ConvConversation').ConversationSid
        $file = Join-Path $TestDrive 'mixed.txt'
        Set-Content -LiteralPath $file -Value (@('# stale', '') + $sids)
        Clear-Sent
        $found = Get-ErrorOf { Get-Content $file | Remove-ConvConversation -Confirm:$false }
        $found.Count | Should -Be 2
        $found.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        @(Get-Sent).Count | Should -Be $sids.Count
    }
}
