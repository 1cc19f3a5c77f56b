BeforeDiscovery {
    . "$PSScriptRoot/Samples.ps1"
    . "$PSScriptRoot/ProviderSamples.ps1"
    $all = $ofTwilioConversations + $ofOtherApis

    # Every command that acts on what comes down the pipeline, with the type that it takes, and what is not of Twilio Conversations.
    $acting = foreach ($resource in $all) {
        foreach ($verb in 'Set', 'Remove') {
            if ($resource[$verb]) { @{ Command = $resource[$verb]; Takes = $resource.Type; Kind = $resource.Identifier; IsNew = $resource -in $ofOtherApis; Id = 'WrongTarget' } }
        }
    }

    # What creates. Something lies in a conversation of Twilio, which is mandatory, and PowerShell itself finds none in what is something else.
    $creating = foreach ($resource in $ofOtherApis) { if ($resource['New']) { @{ Command = $resource.New; IsNew = $true; Id = 'WrongTarget' } } }
    $creating += foreach ($command in 'New-ConvService x', 'New-ConvConversation', 'New-ConvRole x conversation sendMessage', 'New-ConvUser x') {
        @{ Command = $command; IsNew = $false; Id = 'WrongTarget' }
    }
    $creating += foreach ($command in 'Add-ConvParticipant -Identity x', 'New-ConvMessage -Body x', 'New-ConvWebhook -ConfigurationFlowSid FW00000000000000000000000000000000') {
        @{ Command = $command; IsNew = $false; Id = 'InputObjectMissingMandatory' }
    }

    $wrong = foreach ($command in $acting + $creating) { foreach ($form in $forms) { $command + $form } }
    $ofNew = @($acting | Where-Object IsNew)
    $ofNewInForms = foreach ($command in $ofNew) { foreach ($form in $forms) { $command + $form } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    . "$PSScriptRoot/ProviderSamples.ps1"
    $all = $ofTwilioConversations + $ofOtherApis
    Connect-EverySandbox
    $samples = @{}
    foreach ($resource in $all) { $samples[$resource.Type] = @(Add-Sample $resource.Type) }

    # The ids of the errors, each once.
    function Get-ErrorIdOf([scriptblock] $Script) { @((Get-ErrorOf $Script).FullyQualifiedErrorId -replace ',.*' | Select-Object -Unique) }
}

AfterAll { Close-Connection }

Describe 'What is another resource, or of another provider' {
    It 'is refused by <Command> <Form>, and nothing is sent anywhere' -ForEach $wrong {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $others = @($all | Where-Object { $_.Type -ne $Takes -and ($IsNew -or $_ -in $ofOtherApis) } | ForEach-Object { $_.Type })
        $others.Count | Should -BeGreaterThan 4
        $taken = foreach ($other in $others) {
            $items = @(& $Convert $samples[$other])
            Clear-EverySent
            $ids = Get-ErrorIdOf { $items | & $pipeline }
            if ($items.Count -ne 2 -or "$ids" -ne $Id -or @(Get-EverySent).Count) { "${other}: $ids" }
        }
        $taken | Should -BeNullOrEmpty
    }

    It 'is refused by <Command> after it was removed, as an outcome' -ForEach $ofNew {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        foreach ($other in $ofOtherApis | Where-Object { $_['Remove'] -and $_.Type -ne $Takes }) {
            $outcome = Add-Sample $other.Type | Select-Object -First 1 | & (ConvertTo-Pipeline "$($other.Remove) -Confirm:`$false -PassThru")
            $outcome.Status | Should -Be 'Removed'
            Clear-EverySent
            Get-ErrorIdOf { $outcome | & $pipeline } | Should -Be 'WrongTarget'
            @(Get-EverySent).Count | Should -Be 0
        }
    }

    It 'is refused by <Command> as an identifier in text, each for itself' -ForEach $ofNew {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $texts = @($all | Where-Object { $_.Identifier -ne $Kind } | ForEach-Object { $samples[$_.Type][0].($_.Identifier) } | Sort-Object -Unique)
        $texts += foreach ($other in $ofOtherApis | Where-Object { $_.Type -notlike "$Takes*" -and $_.Identifier -eq $Kind }) { $samples[$other.Type][0].$Kind }
        $texts += (Get-ConvConnection Sandbox).ProxyServiceSid, ' ', '..', 'a/b'
        Clear-EverySent
        $refused = @(Get-ErrorOf { $texts | & $pipeline })
        $refused.Count | Should -Be $texts.Count
        $refused.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'InvalidIdentifier,*'
        foreach ($index in 0..($texts.Count - 1)) { $refused[$index].TargetObject | Should -Be $texts[$index] }
        @(Get-EverySent).Count | Should -Be 0
    }

    It 'is refused by <Command> without saying what it is, even with the identifier' -ForEach $ofNew {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $bare = $samples[$Takes][0] | Select-Object $Kind
        $bare.$Kind | Should -Not -BeNullOrEmpty
        Clear-EverySent
        Get-ErrorIdOf { $bare | & $pipeline } | Should -Be 'WrongTarget'
        Get-ErrorIdOf { Get-ConvConnection | & $pipeline } | Should -Be 'WrongTarget'
        @(Get-EverySent).Count | Should -Be 0
    }
}

# One would be created for each object.
Describe 'What is created from nothing' {
    It 'is not created for an object or a text from the pipeline: <Command>' -ForEach @(foreach ($command in $creating | Where-Object IsNew) { foreach ($form in $forms) { $command + $form } }) {
        $pipeline = ConvertTo-Pipeline $Command
        $own = @(& $Convert $samples[$Command -replace '^New-' -replace ' .*'])
        Clear-EverySent
        Get-ErrorIdOf { $own | & $pipeline } | Should -Be 'WrongTarget'
        Get-ErrorIdOf { 'one', 'two' | & $pipeline } | Should -Be 'InputObjectNotBound'
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'The connection' {
    It 'of another provider is refused by <_>' -ForEach @(
        'Get-ProxySession -Connection Sandbox-Telnyx', 'New-ProxySession -Connection Sandbox-Sunshine'
        'Set-ProxySession KC00000000000000000000000000000000 -Ttl 1 -Connection Sandbox-Telnyx', 'Remove-ProxySession KC00000000000000000000000000000000 -Connection Sandbox-Sunshine'
        'Get-TelnyxConversation -Connection Sandbox', 'New-TelnyxConversation -Connection Sandbox-Sunshine'
        'Get-TelnyxConversationMessage 00000000-0000-0000-0000-000000000000 -Connection Sandbox', 'Get-TelnyxConversationInsight 00000000-0000-0000-0000-000000000000 -Connection Sandbox'
        'Set-TelnyxConversation 00000000-0000-0000-0000-000000000000 -Metadata "{}" -Connection Sandbox', 'Remove-TelnyxConversation 00000000-0000-0000-0000-000000000000 -Connection Sandbox-Sunshine'
        'Get-SunshineConversation -UserId x -Connection Sandbox', 'New-SunshineConversation sdkGroup -Connection Sandbox-Telnyx'
        'Set-SunshineConversation 000000000000000000000000 -DisplayName x -Connection Sandbox', 'Remove-SunshineConversation 000000000000000000000000 -Connection Sandbox-Telnyx'
        'Get-ConvConversation -Connection Sandbox-Telnyx', 'New-ConvConversation -Connection Sandbox-Sunshine', 'Remove-ConvConversation CH00000000000000000000000000000000 -Connection Sandbox-Telnyx'
    ) {
        Clear-EverySent
        $confirm = $_ -like 'Get-*' ? '' : '-Confirm:$false'
        $ended = Get-EndOf ([scriptblock]::Create("$_ $confirm"))
        $ended.FullyQualifiedErrorId | Should -BeLike 'OtherProvider,*'
        @(Get-EverySent).Count | Should -Be 0
    }

    It 'of another provider is refused by <Command> of its own objects too' -ForEach $ofNew {
        $other = $Takes -eq 'ProxySession' ? 'Sandbox-Telnyx' : 'Sandbox'
        $pipeline = ConvertTo-Pipeline "$Command -Connection $other -Confirm:`$false"
        Clear-EverySent
        Get-ErrorIdOf { $samples[$Takes] | & $pipeline } | Should -Be 'OtherProvider'
        @(Get-EverySent).Count | Should -Be 0
    }

    It 'that an object names is refused by <Command> <Form>, when it is of another provider or of none' -ForEach $ofNewInForms {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $named = $Takes -eq 'ProxySession' ? 'Sandbox-Telnyx' : 'Sandbox'
        $items = @(& $Convert ($samples[$Takes] | Select-Object * -ExcludeProperty ConnectionName, AccountSid))
        Clear-EverySent
        Get-ErrorIdOf { $items | Select-Object *, @{ n = 'ConnectionName'; e = { $named } } | & $pipeline } | Should -Be 'OtherProvider'
        Get-ErrorIdOf { $items | Select-Object *, @{ n = 'ConnectionName'; e = { 'closed long ago' } } | & $pipeline } | Should -Be 'UnknownConnection'
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'What lies in a service or an app' {
    It 'is not acted on by <Command> <Form> where the command line says another' -ForEach @($ofNewInForms | Where-Object Takes -NotLike 'Telnyx*') {
        $container, $another = $Takes -eq 'ProxySession' ? ('ProxyServiceSid', ('KS' + '0' * 32)) : ('AppId', ('0' * 24))
        $pipeline = ConvertTo-Pipeline "$Command -$container '$another' -Confirm:`$false"
        $items = @(& $Convert $samples[$Takes])
        Clear-EverySent
        Get-ErrorIdOf { $items | & $pipeline } | Should -Be 'WrongTarget'
        @(Get-EverySent).Count | Should -Be 0
    }

    It 'is not acted on by <Command> when an object does not say in which it lies' -ForEach @($ofNew | Where-Object Takes -NotLike 'Telnyx*') {
        $pipeline = ConvertTo-Pipeline "$Command -Confirm:`$false"
        $items = @($samples[$Takes] | Select-Object * -ExcludeProperty ProxyServiceSid, AppId)
        Clear-EverySent
        $refused = @(Get-ErrorOf { $items | & $pipeline })
        $refused.Count | Should -Be 2
        $refused.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'What does bind' {
    It 'is removed <Form>: <Type>' -ForEach @(foreach ($resource in $ofOtherApis | Where-Object { $_['Remove'] }) { foreach ($form in $forms) { $resource + $form } }) {
        $items = @(Add-Sample $Type)
        $piped = @(& $Convert $items)
        Clear-EverySent
        $outcomes = @($piped | & (ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru"))
        $outcomes.Status | Should -Be 'Removed', 'Removed'
        $outcomes.Target | Sort-Object | Should -Be ($items.$Identifier | Sort-Object)
        (Get-EverySent).Method | Should -Be 'DELETE', 'DELETE'
        ((Get-EverySent).Path -replace '.*/' | Sort-Object) | Should -Be ($items.$Identifier | Sort-Object)
    }

    It 'is removed as text: <Type>' -ForEach @($ofOtherApis | Where-Object { $_['Remove'] }) {
        $items = @(Add-Sample $Type)
        $outcomes = @($items.$Identifier | & (ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru"))
        $outcomes.Status | Should -Be 'Removed', 'Removed'
    }

    It 'is updated <Form>, and takes no field of the object but identifiers: <Type>' -ForEach @(foreach ($resource in $ofOtherApis | Where-Object { $_['Set'] }) { foreach ($form in $forms) { $resource + $form } }) {
        $items = @(Add-Sample $Type)
        $piped = @(& $Convert $items)
        Clear-EverySent
        $updated = @($piped | & (ConvertTo-Pipeline $Set))
        $updated.$Identifier | Sort-Object | Should -Be ($items.$Identifier | Sort-Object)
        foreach ($one in $updated) { Get-Field $one $Field | Should -Be $Value }
        $bodies = @((Get-EverySent).Body | Select-Object -Unique)
        $bodies.Count | Should -Be 1
        $bodies[0] | Should -BeIn 'Ttl=4321', '{"metadata":{"level":"changed"}}', '{"displayName":"changed"}'
    }

    It 'from the pipeline by name is an identifier, or says of what type and through which connection an object came: <_>' -ForEach @(
        'ProxySession', 'TelnyxConversation', 'TelnyxConversationMessage', 'TelnyxConversationInsight', 'SunshineConversation'
    ) {
        $identifiers = 'SessionSid', 'ProxyServiceSid', 'ConversationId', 'AppId'
        $binding = foreach ($command in Get-Command -Module ConversationsAdmin -Noun $_) {
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true) { $parameter.Name }
            }
        }
        $binding | Should -Contain 'Connection'
        $binding | Where-Object { $_ -notin $identifiers -and $_ -notin 'ResourceType', 'Connection', 'AccountSid' } | Should -BeNullOrEmpty
    }
}
