BeforeDiscovery {
    . "$PSScriptRoot/Samples.ps1"
    function Join-Form($Some) { foreach ($resource in $Some) { foreach ($form in $forms) { $resource + $form } } }
    $settable = @($resources | Where-Object { $_['Set'] })
    $removable = @($resources | Where-Object { $_['Remove'] })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    Connect-EverySandbox

    function Get-Write { @(Get-EverySent | Where-Object Method -NE 'GET') }

    # The parents of an item as parameters: what a text does not say.
    function Get-ParentArgument($Item, [string[]] $Parents) {
        $arguments = @{}
        foreach ($container in 'ServiceSid', 'ProxyServiceSid', 'AppId') { if ($Item.$container) { $arguments[$container] = $Item.$container } }
        foreach ($parent in $Parents) { if ($parent) { $arguments[$parent] = $Item.$parent } }
        if ($Item.ResourceType -eq 'ConvService' -or $Item.ResourceType -like 'ConvService[CNW]*') { $arguments.Remove('ServiceSid') }
        $arguments
    }

    # -WhatIf tells of each item in each form, by all of its identifiers, and nothing is sent.
    function Assert-Told($Items, [string] $Command, [string] $Identifier, [string[]] $Parents) {
        $Items.Count | Should -BeGreaterThan 0
        $piped = @($forms | ForEach-Object { & $_.Convert $Items })
        Clear-EverySent
        $told = Get-WhatIf { $piped | & (ConvertTo-Pipeline $Command) }
        $told.Count | Should -Be ($forms.Count * $Items.Count)
        foreach ($item in $Items) {
            $lines = @($told -match $item.$Identifier)
            $lines.Count | Should -Be $forms.Count
            foreach ($parent in $Parents | Where-Object { $_ }) { @($lines -match $item.$parent).Count | Should -Be $forms.Count -Because $parent }
        }
        @(Get-EverySent).Count | Should -Be 0
    }

    # What came of a removal, one line for each: identifier and status.
    function Get-Told($Outcome) { @($Outcome | ForEach-Object { "$($_.Target) $($_.Status)" } | Sort-Object) }
}

AfterAll { Close-Connection }

Describe 'Down the pipeline' {
    It '<Type> is made, read, changed, read and removed' -ForEach $removable {
        $made = @(Add-Sample $Type)[0]
        $made.ResourceType | Should -Be $Type
        $read = Get-Again $made
        $read.$Identifier | Should -Be $made.$Identifier
        if ($Set) {
            Get-Field $read $Field | Should -Not -Be $Value
            $changed = $read | & (ConvertTo-Pipeline $Set)
            $changed.$Identifier | Should -Be $made.$Identifier
            Get-Field $changed $Field | Should -Be $Value
            Get-Field (Get-Again $changed) $Field | Should -Be $Value
        }
        Get-Told ($read | & (ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru")) | Should -Be "$($made.$Identifier) Removed"
        (Get-ErrorOf { Get-Again $made }).FullyQualifiedErrorId | Should -BeLike "$($Gone ?? 'Twilio.20404'),*"
    }

    It '<Type> is read, changed and read' -ForEach @($settable | Where-Object { $_['Single'] }) {
        $one = @(Add-Sample $Type)[0]
        Get-Field $one $Field | Should -Not -Be $Value
        $changed = $one | & (ConvertTo-Pipeline $Set)
        Get-Field $changed $Field | Should -Be $Value
        $again = Get-Again $one
        $again.ServiceSid | Should -Be $one.ServiceSid
        Get-Field $again $Field | Should -Be $Value
    }
}

Describe 'Set-' {
    It 'changes each <Type> that comes <Form>, and nothing else' -ForEach (Join-Form $settable) {
        $items = @(Add-Sample $Type)
        $piped = @(& $Convert $items)
        Clear-EverySent
        $changed = @($piped | & (ConvertTo-Pipeline $Set))
        ("$changed" -split ' ' | Sort-Object) | Should -Be ("$items" -split ' ' | Sort-Object)
        foreach ($item in $items) { Get-Field (Get-Again $item) $Field | Should -Be $Value }
        @(Get-Write).Count | Should -Be $items.Count
        @(Get-Write).Method | Select-Object -Unique | Should -Be ($Update ?? 'POST')
    }

    It 'tells of each <Type> with -WhatIf, however it comes, and sends nothing' -ForEach $settable {
        $items = @(Add-Sample $Type)
        Assert-Told $items "$Set -WhatIf" $Identifier $Parents
    }

    It 'changes the <Type> that a text names, with its parents as parameters' -ForEach $settable {
        $item = @(Add-Sample $Type)[0]
        $arguments = Get-ParentArgument $item $Parents
        $changed = $item.$Identifier | & ([scriptblock]::Create("`$input | $Set @arguments"))
        "$changed" | Should -Be "$item"
        Get-Field $changed $Field | Should -Be $Value
    }

    It 'needs the parents of the <Type> that a text names' -ForEach @($settable | Where-Object { $_['Parents'] }) {
        $item = @(Add-Sample $Type)[0]
        Clear-EverySent
        $ended = Get-EndOf { $item.$Identifier | & (ConvertTo-Pipeline $Set) }
        $ended.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        $ended.Exception.Message | Should -Match $Parents[-1]
        @(Get-EverySent).Count | Should -Be 0
    }
}

Describe 'Remove-' {
    It 'removes each <Type> that comes <Form>, and nothing else' -ForEach (Join-Form $removable) {
        $items = @(Add-Sample $Type)
        $piped = @(& $Convert $items)
        Clear-EverySent
        $outcomes = @($piped | & (ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru"))
        Get-Told $outcomes | Should -Be @($items | ForEach-Object { "$($_.$Identifier) Removed" } | Sort-Object)
        @(Get-EverySent).Method | Select-Object -Unique | Should -Be 'DELETE'
        @(Get-EverySent).Count | Should -Be $items.Count
    }

    It 'tells of each <Type> with -WhatIf, however it comes, and sends nothing' -ForEach $removable {
        $items = @(Add-Sample $Type)
        Assert-Told $items "$Remove -Confirm:`$false -WhatIf" $Identifier $Parents
    }

    It 'tells of the <Type> straight from its Get- cmdlet with -WhatIf, and writes nothing' -ForEach $removable {
        $parent = switch ($Type) {
            { $_ -in 'ConvMessage', 'ConvParticipant', 'ConvWebhook' } { 'Get-ConvConversation' }
            'ConvUserConversation' { 'Get-ConvUser' }
            default { 'Get-ConvService' }
        }
        $get = $List ? $List : $Type -eq 'ConvService' ? 'Get-ConvService' : "$parent | Get-$Type"
        $read = @(& ([scriptblock]::Create($get)))
        $read.Count | Should -BeGreaterThan 1
        Clear-EverySent
        $told = Get-WhatIf ([scriptblock]::Create("$get | $Remove -WhatIf"))
        $told.Count | Should -Be $read.Count
        @(Get-EverySent).Method | Select-Object -Unique | Should -Be 'GET'
    }

    It 'removes the <Type> that a text names, with its parents as parameters' -ForEach $removable {
        $item = @(Add-Sample $Type)[0]
        $arguments = Get-ParentArgument $item $Parents
        $outcome = $item.$Identifier | & ([scriptblock]::Create("`$input | $Remove -Confirm:`$false -PassThru @arguments"))
        Get-Told $outcome | Should -Be "$($item.$Identifier) Removed"
    }

    It 'needs the parents of the <Type> that a text names' -ForEach @($removable | Where-Object { $_['Parents'] }) {
        $item = @(Add-Sample $Type)[0]
        Clear-EverySent
        $ended = Get-EndOf { $item.$Identifier | & (ConvertTo-Pipeline "$Remove -Confirm:`$false") }
        $ended.FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        $ended.Exception.Message | Should -Match $Parents[-1]
        @(Get-EverySent).Count | Should -Be 0
    }

    It 'calls the <Type> already gone the second time' -ForEach $removable {
        $items = @(Add-Sample $Type)
        $null = $items | & (ConvertTo-Pipeline "$Remove -Confirm:`$false")
        $gone = Split-Output { $items | & (ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru") }
        Get-Told $gone.Output | Should -Be @($items | ForEach-Object { "$($_.$Identifier) AlreadyGone" } | Sort-Object)
        $gone.Errors | Should -BeNullOrEmpty
    }
}

Describe 'The outcome of a removal that failed' {
    # The deletes of this connection fail twice, as with a key that may only read, and are not sent again by themselves.
    It 'of a <Type> goes into the same command again <Form>' -ForEach (Join-Form $removable) {
        Connect-EverySandbox @{ FailWith = $Refusal ?? '70051'; FailOn = 'Deletes'; FailFirst = 2 }
        $items = @(Add-Sample $Type)[0..1]
        $command = ConvertTo-Pipeline "$Remove -Confirm:`$false -PassThru -ErrorAction SilentlyContinue"
        $failed = @($items | & $command)
        Get-Told $failed | Should -Be @($items | ForEach-Object { "$($_.$Identifier) Failed" } | Sort-Object)
        $again = @(& $Convert $failed | & $command)
        Get-Told $again | Should -Be @($items | ForEach-Object { "$($_.$Identifier) Removed" } | Sort-Object)
    }
}
