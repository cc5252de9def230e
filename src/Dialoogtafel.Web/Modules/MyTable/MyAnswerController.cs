using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Preparation;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>The five answers to an invitation, and the page that follows on three of them .</summary>
public sealed class MyAnswerController(
    MyTableGate gate,
    AnswerDesk answers,
    PreparationReader preparations,
    FieldCipher cipher,
    TimeProvider clock
) : MyTableBase(gate, clock)
{
    [HttpGet("antwoord")]
    public async Task<IActionResult> Answer(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, _) => Page("Answer", AnswerPage.Of(pages, new AnswerForm())));

    [HttpPost("antwoord")]
    public async Task<IActionResult> SendAnswer([Bind(Prefix = "Form")] AnswerForm form, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) => !ModelState.IsValid
            || !await TryAsync(() => answers.TakeAsync(invitation, form.Means(), Now, stop))
                ? BadForm(View("Answer", AnswerPage.Of(pages, form)))
            : form.AsksOn is { } next ? SeeOther($"{pages.Path}/{next}")
            : Done(pages));

    [HttpGet("wanneer")]
    public async Task<IActionResult> When(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, invitation) => WhenView(pages, invitation, new WhenForm()));

    [HttpPost("wanneer")]
    public async Task<IActionResult> SendWhen([Bind(Prefix = "Form")] WhenForm form, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
        {
            CheckPhone(form.When == WhenChoice.RatherCall, form.Phone, invitation);
            var told =
                ModelState.IsValid
                && await TryAsync(async () =>
                {
                    await answers.TakeAsync(invitation, RsvpAnswer.Maybe, Now, stop);
                    var until = Now.AddDays(form.When == WhenChoice.ThisWeek ? 7 : 14);
                    return await answers.TellMoreAsync(
                        invitation.GatheringId,
                        invitation.Id,
                        Now,
                        stop,
                        item =>
                        {
                            item.KnowsLater(
                                form.When switch
                                {
                                    WhenChoice.ThisWeek => KnowsWhen.ThisWeek,
                                    WhenChoice.NextWeek => KnowsWhen.NextWeek,
                                    _ => KnowsWhen.CallMe,
                                },
                                until,
                                Now
                            );
                            KeepPhone(item, form.Phone);
                        },
                        isTold: item =>
                            form.When == WhenChoice.RatherCall
                                ? item.CallReason == CallReason.WantsToKnowLater
                                : item.SilentUntil?.Date == until.Date
                    );
                });
            return told ? Done(pages) : BadForm(await WhenView(pages, invitation, form));
        });

    [HttpGet("meegeven")]
    public async Task<IActionResult> Contribute(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, invitation) => ContributeView(pages, invitation, new ContributeForm(), stop));

    [HttpPost("meegeven")]
    public async Task<IActionResult> SendContribution(
        [Bind(Prefix = "Form")] ContributeForm form,
        CancellationToken stop
    ) => await WithPageAsync(stop, async (pages, invitation) =>
        {
            CheckPhone(form.How == ContributeChoice.CallMe, form.Phone, invitation);
            var writes = form.How == ContributeChoice.Myself;
            if (writes && !await preparations.AsksAtDistanceAsync(invitation, stop))
            {
                ModelState.AddModelError(
                    "Form.How",
                    "Er zijn nog geen vragen om zelf in te vullen. Wij bellen u graag."
                );
            }

            var told =
                ModelState.IsValid
                && await TryAsync(async () =>
                {
                    await answers.TakeAsync(invitation, RsvpAnswer.Contribute, Now, stop);
                    return await answers.TellMoreAsync(
                        invitation.GatheringId,
                        invitation.Id,
                        Now,
                        stop,
                        item =>
                        {
                            KeepPhone(item, form.Phone);
                            if (writes)
                            {
                                item.Called();
                                return;
                            }

                            item.AskCall(CallReason.WantsToContribute, Seal(form.CallWhen), DeviceHash, Now);
                        },
                        isTold: item =>
                            writes
                                ? item.CallReason is null
                                : HasTold(item, CallReason.WantsToContribute, form.CallWhen)
                    );
                });
            return !told ? BadForm(await ContributeView(pages, invitation, form, stop))
                : writes ? SeeOther($"{pages.Path}/vragen")
                : Done(pages);
        });

    [HttpGet("iemand-anders")]
    public async Task<IActionResult> Substitute(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, _) => SubstituteView(pages, new SubstituteForm()));

    [HttpPost("iemand-anders")]
    public async Task<IActionResult> SendSubstitute(
        [Bind(Prefix = "Form")] SubstituteForm form,
        CancellationToken stop
    ) => await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (string.IsNullOrWhiteSpace(form.Address) && string.IsNullOrWhiteSpace(form.Phone))
            {
                ModelState.AddModelError(
                    "Form.Phone",
                    "Schrijf een mailadres of een telefoonnummer op. Eén van de twee is genoeg."
                );
            }

            var told =
                ModelState.IsValid
                && await TryAsync(async () =>
                {
                    await answers.TakeAsync(invitation, RsvpAnswer.Substitute, Now, stop);
                    return await answers.TellMoreAsync(
                        invitation.GatheringId,
                        invitation.Id,
                        Now,
                        stop,
                        item => item.AskCall(CallReason.NamedSubstitute, Seal(form.InWords()), DeviceHash, Now),
                        tellOrganiser: "iemand-anders",
                        isTold: item => HasTold(item, CallReason.NamedSubstitute, form.InWords())
                    );
                });
            return told ? Done(pages) : BadForm(await SubstituteView(pages, form));
        });

    [HttpGet("toch-niet")]
    public async Task<IActionResult> CannotCome(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, invitation) => CannotComeView(pages, invitation, new CannotComeForm()));

    [HttpPost("toch-niet")]
    public async Task<IActionResult> SendCannotCome(
        [Bind(Prefix = "Form")] CannotComeForm form,
        CancellationToken stop
    ) => await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (form.Choice == CannotComeChoice.StillComing)
            {
                return SeeOther(pages.Path);
            }

            var answer =
                form.Choice == CannotComeChoice.CannotComeButContribute ? RsvpAnswer.Contribute : RsvpAnswer.No;
            var told = ModelState.IsValid && await TryAsync(() => answers.TakeAsync(invitation, answer, Now, stop));
            return (told, answer) switch
            {
                (false, _) => BadForm(await CannotComeView(pages, invitation, form)),
                (_, RsvpAnswer.Contribute) => SeeOther($"{pages.Path}/meegeven"),
                _ => Done(pages),
            };
        });

    private bool HasTold(Invitation invitation, CallReason reason, string? text) =>
        invitation.CallReason == reason
        && (invitation.Note is { } note ? cipher.Open(note) : "") == (text?.Trim() ?? "");

    private SealedText? Seal(string? text) => string.IsNullOrWhiteSpace(text) ? null : cipher.Seal(text.Trim());

    private void CheckPhone(bool callMe, string? phone, Invitation invitation)
    {
        if (callMe && string.IsNullOrWhiteSpace(phone) && invitation.Person!.Phone is null)
        {
            ModelState.AddModelError("Form.Phone", "Schrijf uw telefoonnummer op. Dan kunnen wij u bellen.");
        }
    }

    private static void KeepPhone(Invitation invitation, string? phone)
    {
        if (!string.IsNullOrWhiteSpace(phone))
        {
            invitation.Person!.Phone ??= phone.Trim();
        }
    }

    private Task<IActionResult> WhenView(MyTablePages pages, Invitation invitation, WhenForm form) =>
        Page(
            "When",
            new WhenPage(
                pages.Owner,
                pages.Line,
                pages.Contact,
                DeviceHash is null ? null : invitation.Person!.Phone,
                form
            )
        );

    private async Task<IActionResult> ContributeView(
        MyTablePages pages,
        Invitation invitation,
        ContributeForm form,
        CancellationToken stop
    ) =>
        await Page(
            "Contribute",
            new ContributePage(
                pages.Owner,
                pages.Line,
                pages.Contact,
                await preparations.AsksAtDistanceAsync(invitation, stop),
                form
            )
        );

    private Task<IActionResult> SubstituteView(MyTablePages pages, SubstituteForm form) =>
        Page("Substitute", new SubstitutePage(pages.Owner, pages.Line, pages.Contact, form));

    private Task<IActionResult> CannotComeView(MyTablePages pages, Invitation invitation, CannotComeForm form) =>
        Page(
            "CannotCome",
            new CannotComePage(pages.Owner, pages.Line, pages.Contact, pages.LocalNow, form)
            {
                Waits = invitation.State == InvitationState.Waiting,
            }
        );
}
