using Dialoogtafel.Domain.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// A field of a form in which one mail address is typed: the controller gets it cleaned, or the field is refused with
/// the words of
/// <see cref="MailAddress"/>. What was typed is shown again. Nothing typed is null; whether it may be is said by
/// Required.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailAddressAttribute : Attribute, IBinderTypeProviderMetadata
{
    public Type BinderType => typeof(Binder);

    public BindingSource? BindingSource => null;

    private sealed class Binder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            if (context.ValueProvider.GetValue(context.ModelName) is var typed && typed != ValueProviderResult.None)
            {
                context.ModelState.SetModelValue(context.ModelName, typed);
                var (address, problem) = MailAddress.Read(typed.FirstValue);
                if (problem is not null)
                {
                    context.ModelState.TryAddModelError(context.ModelName, problem);
                }

                context.Result = ModelBindingResult.Success(problem is null ? address : typed.FirstValue);
            }

            return Task.CompletedTask;
        }
    }
}
