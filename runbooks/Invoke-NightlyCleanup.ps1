#Requires -Version 7.4

<#
.SYNOPSIS
    Removes stale Twilio conversations every night, from Azure Automation: planned, archived to blob storage first, gone on with by the next job.
.DESCRIPTION
    Runs in the PowerShell 7.4 runtime of Azure Automation, with the modules ConversationsAdmin, Az.Accounts, Az.Storage and, for a key vault, Az.KeyVault.
    REMOVED CONVERSATIONS CAN'T BE HAD BACK: their messages, media and participants go with them. Begin with -WhatIf, and with a small -MaxItem.

    A cloud job loses its disk when it ends, however it ends, and is ended after three hours. So the job works in chunks: it archives a chunk,
    takes the archive to blob storage, and only then removes the chunk, of which each is read once more before it goes; then it takes the journal
    and what was read there. If it dies at any moment,
    the next job goes on with the same plan: what was removed counts as already gone, and its archive is in the blobs. Each job has archives
    of its own, named by when it started; all of them stay.
    The job ends by itself well before three hours (-StopAfter), and leaves the rest to the next one.

    Two jobs never work on the same folder of the container: a lease keeps the second one out. A job that failed lets go of it;
    that of a job that was killed is taken over after three and a quarter hours, or at once with -BreakLock. A job that finds that the lock
    is not its own any more, which it looks at before each chunk, ends.

    The managed identity needs Storage Blob Data Contributor on the container. The archives hold the messages: who may read the container may read them.
    No credential is written anywhere.

    The job fails (throws) when an item failed, and after the state is in the blobs; the next job tries the failed ones again.
.PARAMETER ServiceSid
    The Conversations service: IS and 32 hexadecimal digits.
.PARAMETER CredentialName
    The credential asset of the Automation account: an account SID with its auth token, or an API key SID with its secret and -AccountSid.
.PARAMETER KeyVaultName
    The key vault, in place of a credential asset.
.PARAMETER SecretName
    The secret in the key vault: the auth token, or the secret of the API key.
.PARAMETER UserName
    Who the secret is of: the account SID, or the API key SID.
.PARAMETER AccountSid
    The account of an API key.
.PARAMETER StorageAccountName
    The storage account that keeps plans, archives and journals.
.PARAMETER ContainerName
    The container in it.
.PARAMETER Prefix
    The folder in the container, in which each service has one of its own. Two schedules for one service need two prefixes.
.PARAMETER State
    Only conversations in this state: active, inactive or closed.
.PARAMETER OlderThanDays
    Only conversations whose last message, or creation where there is none, is older than so many days.
.PARAMETER MaxItem
    Refuses a plan that has more items.
.PARAMETER MaxError
    Ends the job when so many items have failed.
.PARAMETER ChunkSize
    How many conversations are archived, and then removed, at a time. What the disk must hold, and what a dead job has to do again at most, depends on it.
.PARAMETER ThrottleLimit
    The requests in progress at once.
.PARAMETER StopAfter
    Begins no further chunk after this time. A chunk must fit between it and the three hours of a cloud job.
.PARAMETER MaxPlanAge
    How old a plan of an earlier job may be to be gone on with. After that a new one is made.
.PARAMETER NoArchive
    Removes without archiving.
.PARAMETER AcceptIncompleteArchive
    Removes also what can't be archived completely: media, which the archive names only.
.PARAMETER BreakLock
    Takes the folder although another job holds it. Only when you know that it is dead.
.PARAMETER BaseUri
    Another address of the API, such as that of conv sandbox.
.OUTPUTS
    One object: the run, and how many items were planned, removed, already gone, skipped, failed and left to the next job.
.EXAMPLE
    ./Invoke-NightlyCleanup.ps1 -ServiceSid $serviceSid -CredentialName Twilio -StorageAccountName $account -ContainerName cleanup -WhatIf
    Tells what would go, and writes nothing anywhere.
.EXAMPLE
    ./Invoke-NightlyCleanup.ps1 -ServiceSid $serviceSid -KeyVaultName $vault -SecretName twilio-token -UserName $accountSid -StorageAccountName $account -ContainerName cleanup -OlderThanDays 365
.LINK
    about_ConvRunbook
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
[OutputType([pscustomobject])]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'CredentialName', Justification = 'It is the name of an asset, and no credential.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Functions of the script use them.')]
param(
    [Parameter(Mandatory)][string] $ServiceSid,
    [string] $CredentialName,
    [string] $KeyVaultName,
    [string] $SecretName,
    [string] $UserName,
    [string] $AccountSid,
    [Parameter(Mandatory)][string] $StorageAccountName,
    [Parameter(Mandatory)][string] $ContainerName,
    [string] $Prefix = 'nightly-cleanup',
    [string] $State = 'closed',
    [ValidateRange(1, 36500)][int] $OlderThanDays = 90,
    [ValidateRange(1, [int]::MaxValue)][int] $MaxItem = 50000,
    [ValidateRange(1, [int]::MaxValue)][int] $MaxError = 50,
    [ValidateRange(1, 10000)][int] $ChunkSize = 500,
    [ValidateRange(1, 64)][int] $ThrottleLimit = 10,
    [timespan] $StopAfter = '02:30:00',
    [timespan] $MaxPlanAge = '7.00:00:00',
    [switch] $NoArchive,
    [switch] $AcceptIncompleteArchive,
    [switch] $BreakLock,
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
$watch = [System.Diagnostics.Stopwatch]::StartNew()
if (-not (Get-Module ConversationsAdmin)) { Import-Module ConversationsAdmin }
. (Join-Path (Get-Module ConversationsAdmin).ModuleBase 'runbooks/BlobState.ps1')

# Signing in, and what follows from it, changes nothing that a preview must not change.
$isPreview = -not $PSCmdlet.ShouldProcess("$State conversations of service $ServiceSid whose last message is older than $OlderThanDays days", 'Archive and remove for good')
$WhatIfPreference = $false
$folder = Connect-BlobFolder $StorageAccountName $ContainerName "$Prefix/$ServiceSid"
$connect = @{ Provider = 'Twilio'; Name = "NightlyCleanup-$([guid]::NewGuid())"; ServiceSid = $ServiceSid }
$connect.Credential = Get-JobCredential $CredentialName $KeyVaultName $SecretName $UserName
if ($AccountSid) { $connect.AccountSid = $AccountSid }
if ($BaseUri) { $connect.BaseUri = $BaseUri }
Connect-ConvProvider @connect
$connection = Get-ConvConnection $connect.Name
$before = [datetimeoffset]::UtcNow.AddDays(-$OlderThanDays)
$criteria = @{ Connection = $connection; State = $State; LastMessageBefore = $before; ThrottleLimit = $ThrottleLimit }
$disk = Join-Path ([IO.Path]::GetTempPath()) "conversations-admin-$([guid]::NewGuid())"
$failures = [System.Collections.Generic.List[string]]::new()

# The plan of a job that did not come to its end, if it is not too old and removes nothing that is not meant any more; otherwise a new one.
# It is in the blobs before anything is removed.
function Open-Run {
    $plan = Join-Path $disk 'plan.json'
    $current = Join-Path $disk 'current.json'
    if (Restore-BlobFile $folder current.json $current) {
        $run = (Get-Content -LiteralPath $current -Raw | ConvertFrom-Json).Run
        if ($run -and (Restore-BlobFile $folder "$run/plan.json" $plan)) {
            $found = Get-ConvCleanupPlan $plan
            $isMeant = $found.Criteria.State -eq $State -and $found.Criteria.LastMessageBefore -le $before
            if ($isMeant -and [datetimeoffset]::UtcNow - $found.CreatedAt -lt $MaxPlanAge) { return @{ Name = $run; Plan = $found } }
            Write-Warning "The plan of $run is older than $MaxPlanAge, or was made for other criteria. A new one is made in its place."
            Remove-Item -LiteralPath $plan
        }
    }
    $run = $folder.Start
    $made = New-ConvCleanupPlan @criteria -Path $plan
    if ($made.ItemCount -le $MaxItem) {
        Save-BlobFile $folder "$run/plan.json" $plan
        Save-BlobObject $folder current.json @{ Run = $run }
    }
    @{ Name = $run; Plan = $made }
}

# Archives a chunk. Returns what is in the archive, which is in the blobs then; what is gone needs no archive and no removal.
function Save-Archive([object[]] $Item, [string] $Name, [string] $Path, $Count) {
    $problems = @()
    $held = @(Export-ConvConversation $Path -ConversationSid $Item.Target -Connection $connection -ThrottleLimit $ThrottleLimit -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems)
    Save-BlobFile $folder $Name $Path
    $gone, $failed = $problems.Where({ $_.FullyQualifiedErrorId -like 'Twilio.20404,*' }, 'Split')
    # What can't be found is gone only if the service is there. Throws if it is not.
    if ($gone) { $null = Get-ConvService -ServiceSid $ServiceSid -Connection $connection }
    $Count.AlreadyGone += $gone.Count
    $Count.Failed += $failed.Count
    foreach ($problem in $failed) { $failures.Add("$problem") }
    @($held | Where-Object { $_.Complete -or $AcceptIncompleteArchive } | ForEach-Object Target)
    $Count.Skipped += @($held | Where-Object { -not ($_.Complete -or $AcceptIncompleteArchive) }).Count
}

# A plan's file has a line for each item, and may be shortened by lines.
function Write-Part([string[]] $Target, [string] $Path) {
    $wanted = [System.Collections.Generic.HashSet[string]]::new($Target, [StringComparer]::OrdinalIgnoreCase)
    Get-Content -LiteralPath (Join-Path $disk 'plan.json') |
        Where-Object { $_ -notmatch '^\{"target":"(\w+)"' -or $wanted.Contains($Matches[1]) } |
        Set-Content -LiteralPath $Path
}

# One chunk: archive, archive to the blobs, remove, journal to the blobs. Returns whether nothing of it is left to do.
function Invoke-Chunk([object[]] $Item, [string] $Name, $Count) {
    # With a name that no other start of a job has, what one has archived is never written over by another.
    $archiveName = "$Name.$($folder.Start).archive.jsonl.gz"
    $archive, $journal, $part = 'archive.jsonl.gz', 'journal.jsonl', 'part.json' | ForEach-Object { Join-Path $disk "$($Name.Replace('/', '-')).$_" }
    $failedBefore = $Count.Failed
    try {
        Save-Heartbeat $folder
        $null = Restore-BlobFile $folder "$Name.journal.jsonl" $journal
        $target = @(if ($NoArchive) { $Item.Target } else { Save-Archive -Item $Item -Name $archiveName -Path $archive -Count $Count })
        if (-not $target) { return $Count.Failed -eq $failedBefore }

        Write-Part $target $part
        Confirm-BlobLock $folder
        $steps = @{ Path = $part; JournalPath = $journal; Connection = $connection; MaxAge = $MaxPlanAge; ThrottleLimit = $ThrottleLimit; Confirm = $false }
        if (-not $NoArchive) { $steps += @{ ArchivePath = $archive; AcceptIncompleteArchive = $AcceptIncompleteArchive } }
        $problems = @()
        $ended = @()
        $fatal = $null
        try {
            $null = Invoke-ConvCleanupPlan @steps -MaxError ([Math]::Max(1, $MaxError - $Count.Failed)) -ErrorAction SilentlyContinue -ErrorVariable problems -OutVariable ended
        }
        catch { $fatal = $_ }
        # Each was read anew shortly before it went: what came since the first reading is in the archive now.
        if (-not $NoArchive) { Save-BlobFile $folder $archiveName $archive }
        if (Test-Path -LiteralPath $journal) { Save-BlobFile $folder "$Name.journal.jsonl" $journal }
        foreach ($problem in $problems) { $failures.Add("$problem") }
        $result = $ended | Select-Object -Last 1
        foreach ($status in 'Removed', 'AlreadyGone', 'Skipped', 'Failed', 'DoneBefore') { $Count.$status += $result.$status }
        if ($fatal) { throw $fatal }
        $Count.Failed -eq $failedBefore -and $result.NotBegun -eq 0
    }
    finally { Remove-Item -Path (Join-Path $disk "$($Name.Replace('/', '-')).*") -Force }
}

try {
    $null = New-Item -ItemType Directory -Path $disk
    if ($isPreview) {
        $plan = New-ConvCleanupPlan @criteria
        $plan | Invoke-ConvCleanupPlan -Connection $connection -WhatIf
        return [pscustomobject]@{ Planned = $plan.ItemCount; Counts = $plan.Counts; IsComplete = $false }
    }

    Lock-BlobFolder $folder -BreakLock:$BreakLock
    $run = Open-Run
    if ($run.Plan.ItemCount -gt $MaxItem) {
        throw "The plan has $($run.Plan.ItemCount) items, and $MaxItem are allowed (-MaxItem). Nothing was removed. Look at it with -WhatIf; then narrow the criteria, or allow more."
    }

    $count = @{ Removed = 0; AlreadyGone = 0; Skipped = 0; Failed = 0; DoneBefore = 0 }
    $isComplete = $true
    $ended = @(Get-BlobFile $folder "$($run.Name)/" | Where-Object Name -Like '*.done.json' | ForEach-Object Name)
    $fatal = $null
    $left = 0
    for ($first = 0; $first -lt $run.Plan.ItemCount; $first += $ChunkSize) {
        $items = @($run.Plan.Items | Select-Object -Skip $first -First $ChunkSize)
        # Named by what is in it, so that another -ChunkSize in a later job does no harm.
        $name = "$($run.Name)/$($items[0].Target)-$($items.Count)"
        if ($ended -contains "$($folder.Prefix)/$name.done.json") {
            $count.DoneBefore += $items.Count
            continue
        }
        if ($fatal -or $count.Failed -ge $MaxError -or $watch.Elapsed -ge $StopAfter) {
            $isComplete = $false
            $left += $items.Count
            continue
        }
        $endedBefore = $count.Removed + $count.AlreadyGone + $count.Skipped + $count.DoneBefore
        try {
            $isDone = Invoke-Chunk -Item $items -Name $name -Count $count
            if ($isDone) { Save-BlobObject $folder "$name.done.json" @{ Time = [datetimeoffset]::UtcNow.ToString('o'); Items = $items.Count } }
        }
        catch {
            $fatal = $_
            $isDone = $false
        }
        $isComplete = $isComplete -and $isDone
        $left += $items.Count - ($count.Removed + $count.AlreadyGone + $count.Skipped + $count.DoneBefore - $endedBefore)
        Write-Verbose "$name`: $($count.Removed) removed, $($count.AlreadyGone) already gone, $($count.Skipped) skipped, $($count.Failed) failed so far; $($watch.Elapsed) since the beginning."
    }
    if ($isComplete) { Save-BlobObject $folder current.json @{ Run = $null; Completed = $run.Name } }

    [pscustomobject]@{
        Run = $run.Name
        Planned = $run.Plan.ItemCount
        Removed = $count.Removed
        AlreadyGone = $count.AlreadyGone
        Skipped = $count.Skipped
        Failed = $count.Failed
        DoneBefore = $count.DoneBefore
        Left = $left
        IsComplete = $isComplete
        Duration = $watch.Elapsed
    }
    if ($fatal) { throw "The job ended early: $fatal The next job goes on." }
    if ($count.Failed) { throw "$($count.Failed) items failed, and $left are left; the next job tries again. The first: $($failures | Select-Object -First 3)" }
    if (-not $isComplete) { Write-Warning "$left items are left to the next job, because of -StopAfter $StopAfter." }
}
finally {
    Unlock-BlobFolder $folder
    Remove-Item -LiteralPath $disk -Recurse -Force -ErrorAction Ignore
    Disconnect-ConvProvider $connect.Name
}
